package org.initweights.processor.check;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.initweights.internal.rule.MupRole;
import org.initweights.processor.expression.Dimension;
import org.initweights.processor.model.InitializerSpec;
import org.initweights.processor.model.ModelSpec;
import org.initweights.processor.model.ParameterSpec;
import org.initweights.processor.model.Place;
import org.initweights.processor.model.RuleSpec;
import org.initweights.processor.model.ShapeSpec;
import org.initweights.processor.model.WidthAxes;
import org.initweights.processor.report.Findings;
import org.initweights.processor.report.Lint;
import org.initweights.processor.resolve.Contents;
import org.initweights.processor.resolve.Contents.ParameterRow;

/**
 * In a model with the maximal update parametrization each parameter that grows with the width and is trained has a role: without one it would
 * learn at the rate of the base model.
 */
public final class WidthsHaveRoles {

    private final ModelSpec model;
    private final List<ParameterRow> rows;
    private final GrowingSizes sizes = new GrowingSizes();
    private final Findings findings;

    private WidthsHaveRoles(ModelSpec model, List<ParameterRow> rows, Findings findings) {
        this.model = model;
        this.rows = rows;
        this.findings = findings;
        for (ParameterRow row : rows) {
            roles(row)
                    .forEach(role -> sizes.grow(
                            row.holder(), WidthAxes.growing(row.parameter().shape(), role)));
        }
    }

    /** Reports the parameters of a model that have no role and need one. */
    public static void check(ModelSpec model, Contents contents, Findings findings) {
        List<ParameterRow> rows = contents.rows().stream()
                .filter(ParameterRow.class::isInstance)
                .map(ParameterRow.class::cast)
                .toList();
        if (rows.stream().anyMatch(row -> !roles(row).isEmpty())) {
            new WidthsHaveRoles(model, rows, findings).check();
        }
    }

    private void check() {
        Set<String> reported = new HashSet<>();
        for (ParameterRow row : rows) {
            ParameterSpec parameter = row.parameter();
            if (!parameter.isTrained() || !roles(row).isEmpty() || isDecidedLater(row)) {
                continue;
            }
            boolean isOwn = model.parameters().contains(parameter) && row.path().equals(parameter.name());
            Set<String> growing = SizeNames.in(parameter.shape().dimensions());
            Set<String> widths = sizes.of(row.holder());
            growing.retainAll(widths);
            Optional<Place> place = isOwn ? Optional.of(parameter.initializer().place()) : placeOfRole();
            if (place.isEmpty() || !reported.add(row.path())) {
                continue;
            }
            if (!growing.isEmpty()) {
                findings.error(place.get(), "MupRole", row.path() + ": " + problem(parameter.shape(), growing, widths));
            } else if (!isOwn && hasUnknownFan(parameter.shape())) {
                findings.lint(
                        Lint.MUP_UNKNOWN,
                        place.get(),
                        row.path() + ": " + parameter.shape()
                                + " has no role of µP, and its sizes, which other models give it, may grow with the width;"
                                + " give it one by an @InitRule, such as use = MupHidden.class");
            }
        }
    }

    private static String problem(ShapeSpec shape, Set<String> growing, Set<String> widths) {
        return shape + " grows with " + String.join(" and ", growing)
                + ", by the roles of µP beside it, and has none, so that it would learn at the rate of the base model; use "
                + cure(shape, widths) + ", or @NonTrainable if nothing trains it";
    }

    private static String cure(ShapeSpec shape, Set<String> widths) {
        if (!WidthAxes.hasFan(shape)) {
            return "@MupVector";
        }
        boolean in = grows(WidthAxes.in(shape), widths);
        boolean out = grows(WidthAxes.out(shape), widths);
        if (in && out) {
            return "@MupHidden";
        }
        return out ? "@MupInput" : "@MupOutput, or @MupEmbedding if its rows are looked up";
    }

    private static boolean grows(List<Dimension> sizes, Set<String> widths) {
        return SizeNames.in(sizes).stream().anyMatch(widths::contains);
    }

    private static boolean hasUnknownFan(ShapeSpec shape) {
        return Stream.concat(WidthAxes.in(shape).stream(), WidthAxes.out(shape).stream())
                .anyMatch(size -> size.size().isEmpty());
    }

    /** What this model itself says of roles: there a missing one can be said, too. */
    private Optional<Place> placeOfRole() {
        Stream<InitializerSpec> rules = model.rules().stream().map(RuleSpec::initializer);
        Stream<InitializerSpec> own =
                model.parameters().stream().flatMap(parameter -> parameter.initializers().stream());
        return Stream.concat(rules, own)
                .filter(initializer -> initializer.role().isPresent())
                .map(InitializerSpec::place)
                .findFirst();
    }

    private static boolean isDecidedLater(ParameterRow row) {
        return row.ruling() instanceof Contents.Undecided;
    }

    /** The roles that a parameter or some of its rows have. */
    private static Set<MupRole> roles(ParameterRow row) {
        Stream<InitializerSpec> initializers = row.ruling() instanceof Contents.Ruled ruled
                ? Stream.of(ruled.rule().initializer())
                : row.parameter().initializers().stream();
        return initializers.flatMap(initializer -> initializer.role().stream()).collect(Collectors.toSet());
    }
}
