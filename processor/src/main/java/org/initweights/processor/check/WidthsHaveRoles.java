package org.initweights.processor.check;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.initweights.Initializer;
import org.initweights.internal.rule.ConstantRule;
import org.initweights.internal.rule.KaimingRule;
import org.initweights.internal.rule.NormalRule;
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
import org.initweights.processor.resolve.DecidingInitializers;

/**
 * In a model with the maximal update parametrization each parameter that grows with the width and is trained has a role: without one it would
 * learn at the rate of the base model.
 */
public final class WidthsHaveRoles {

    private final ModelSpec model;
    private final List<ParameterRow> rows;
    private final GrowingSizes sizes = new GrowingSizes();
    private final DecidingInitializers deciding;
    private final Findings findings;

    private WidthsHaveRoles(
            ModelSpec model, List<ParameterRow> rows, DecidingInitializers deciding, Findings findings) {
        this.model = model;
        this.rows = rows;
        this.deciding = deciding;
        this.findings = findings;
        for (ParameterRow row : rows) {
            deciding.roles(row)
                    .orElse(Set.of())
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
        DecidingInitializers deciding = new DecidingInitializers(contents);
        if (rows.stream()
                .anyMatch(row ->
                        deciding.roles(row).filter(roles -> !roles.isEmpty()).isPresent())) {
            new WidthsHaveRoles(model, rows, deciding, findings).check();
        }
    }

    private void check() {
        Set<String> reported = new HashSet<>();
        for (ParameterRow row : rows) {
            ParameterSpec parameter = row.parameter();
            if (!parameter.isTrained() || mayHaveRole(row)) {
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
                findings.error(place.get(), "MupRole", row.path() + ": " + problem(parameter, isOwn, growing, widths));
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

    private static String problem(ParameterSpec parameter, boolean isOwn, Set<String> growing, Set<String> widths) {
        String beside = isOwn && startsAsNoRole(parameter.initializer())
                ? " beside " + parameter.initializer().display() + " if it is to start so"
                : "";
        return parameter.shape() + " grows with " + String.join(" and ", growing)
                + ", by the roles of µP beside it, and has none, so that it would learn at the rate of the base model; use "
                + cure(parameter.shape(), widths) + beside + ", or @NonTrainable if nothing trains it";
    }

    /** Whether a role alone would change what is drawn. */
    private static boolean startsAsNoRole(InitializerSpec initializer) {
        Initializer start = initializer.start().orElse(null);
        return initializer.isGiven()
                && !(start instanceof ConstantRule || start instanceof NormalRule || start instanceof KaimingRule);
    }

    private static String cure(ShapeSpec shape, Set<String> widths) {
        if (WidthAxes.isVector(shape)) {
            return "@MupVector";
        }
        boolean in = grows(WidthAxes.in(shape), widths);
        boolean out = grows(WidthAxes.out(shape), widths);
        if (in && out) {
            return "@MupHidden";
        }
        return out
                ? "@MupInput"
                : "@MupOutput, or @MupEmbedding if its rows are looked up, or @MupSharedReadout if it is both";
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

    /** Whether a parameter has a role, or the built model decides, or it is another parameter. */
    private boolean mayHaveRole(ParameterRow row) {
        return row.ruling() instanceof Contents.Tied
                || deciding.roles(row).map(roles -> !roles.isEmpty()).orElse(true);
    }
}
