package org.initweights.processor.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.initweights.DType;
import org.initweights.InitializationException;
import org.initweights.TensorShape;
import org.initweights.internal.fill.DerivedFill;
import org.initweights.internal.message.Spelling;
import org.initweights.internal.rule.DerivedRule;
import org.initweights.internal.select.NamePattern;
import org.initweights.internal.select.Way;
import org.initweights.processor.model.ModelSpec;
import org.initweights.processor.model.ParameterSpec;
import org.initweights.processor.model.Place;
import org.initweights.processor.report.AnnotationWords;
import org.initweights.processor.report.Findings;
import org.initweights.processor.resolve.Contents;
import org.initweights.processor.resolve.Contents.ModelRow;
import org.initweights.processor.resolve.Contents.OpenRow;
import org.initweights.processor.resolve.Contents.ParameterRow;
import org.initweights.processor.resolve.Contents.Row;

/**
 * What is computed of another parameter names one that there is, whose shape and type fit, and that is not computed of it in turn: as far as a model
 * is known while it compiles. What depends on indices, keys, the classes of objects, or sizes of the model is left to the model that is built.
 */
public final class DerivedFromOthers {

    /** The argument of annotations that names the other parameter. */
    private static final String OF = "of";

    private final Contents contents;
    private final Map<String, List<ParameterRow>> rows = new HashMap<>();
    private final Findings findings;

    private DerivedFromOthers(Contents contents, Findings findings) {
        this.contents = contents;
        this.findings = findings;
        for (Row row : contents.rows()) {
            if (row instanceof ParameterRow parameter) {
                rows.computeIfAbsent(row.path(), path -> new ArrayList<>()).add(parameter);
            }
        }
    }

    /** Reports what is wrong with the parameters of the class itself; those of its sub-models are looked at there. */
    public static void check(ModelSpec model, Contents contents, Findings findings) {
        DerivedFromOthers check = new DerivedFromOthers(contents, findings);
        model.parameters().forEach(check::check);
    }

    private void check(ParameterSpec parameter) {
        fill(parameter)
                .filter(fill -> row(parameter.name())
                        .filter(row -> row.ruling() instanceof Contents.Own)
                        .isPresent())
                .ifPresent(fill -> check(parameter, fill));
    }

    private void check(ParameterSpec parameter, DerivedFill fill) {
        String source = fill.sourceOf(parameter.name());
        List<ParameterRow> found = rows.getOrDefault(source, List.of());
        if (found.isEmpty()) {
            if (contents.rows().stream().noneMatch(row -> mayHave(row, source))) {
                reportName(
                        parameter,
                        "UnknownParameter",
                        "names " + source + ", but there is no such parameter" + spelling(source));
            }
            return;
        }
        Way<String> way = Way.from(parameter.name(), this::next);
        if (!way.circle().isEmpty()) {
            if (way.circle().contains(parameter.name())) {
                reportName(
                        parameter,
                        "DerivedCycle",
                        "is computed of itself, since " + way.round(name -> name)
                                + " is a circle, so none of them has values to begin with; give one of them another"
                                + " initializer");
            }
            return;
        }
        // Of a name that several classes may have, only that it is there is known.
        if (found.size() == 1) {
            checkFits(parameter, fill, found.get(0).parameter());
        }
    }

    private void checkFits(ParameterSpec parameter, DerivedFill fill, ParameterSpec source) {
        Optional<DType> integers = source.storage().dtype().filter(DType::isInteger);
        if (integers.isPresent()) {
            reportName(
                    parameter,
                    "DerivedType",
                    "is computed of floats, but " + source.name() + " holds integers, " + integers.get()
                            + "; name a parameter of floats");
            return;
        }
        Optional<TensorShape> shape = parameter.shape().known();
        Optional<TensorShape> known = source.shape().known();
        try {
            fill.checkFits(shape.orElseGet(parameter.shape()::example), known.orElseGet(source.shape()::example));
        } catch (InitializationException e) {
            // While sizes are not known, only the axes are certain.
            if (e.id().equals("DerivedAxis") || (shape.isPresent() && known.isPresent())) {
                report(
                        parameter,
                        e.argument() == null
                                ? parameter.initializer().place()
                                : parameter.initializer().placeOf(e.argument()),
                        e.id(),
                        source.shape().inUsersWords(AnnotationWords.problem(e)));
            }
        }
    }

    /** A fault of the name of the other parameter. */
    private void reportName(ParameterSpec parameter, String id, String problem) {
        report(parameter, parameter.initializer().placeOf(OF), id, problem);
    }

    private void report(ParameterSpec parameter, Place place, String id, String problem) {
        findings.error(
                place, id, parameter.name() + ": " + parameter.initializer().display() + " " + problem);
    }

    private String spelling(String name) {
        return Spelling.closest(name, rows.keySet())
                .map(close -> "; did you mean " + close + "?")
                .orElse("; name one of this model, by its way through the fields");
    }

    /** What a parameter of this name starts from, as far as that is certain. */
    private Optional<String> next(String name) {
        Optional<ParameterRow> row = row(name);
        if (row.isPresent() && row.get().ruling() instanceof Contents.Copied copied) {
            return Optional.of(copied.from()).filter(rows::containsKey);
        }
        return row.filter(found -> found.ruling() instanceof Contents.Own)
                .flatMap(found -> fill(found.parameter()))
                .map(fill -> fill.sourceOf(name))
                .filter(rows::containsKey);
    }

    private Optional<ParameterRow> row(String name) {
        List<ParameterRow> found = rows.getOrDefault(name, List.of());
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    private static Optional<DerivedFill> fill(ParameterSpec parameter) {
        TensorShape shape = parameter.shape().known().orElseGet(parameter.shape()::example);
        return parameter
                .initializer()
                .start()
                .filter(DerivedRule.class::isInstance)
                .map(rule -> ((DerivedRule) rule).derived(shape.elements()));
    }

    /** Whether a parameter of this name may be one of those that a row stands for. */
    private static boolean mayHave(Row row, String name) {
        String path = row.path();
        if (row instanceof ModelRow || row instanceof OpenRow) {
            String prefix = path.replaceFirst("(^|\\.)\\*$", "");
            return prefix.isEmpty() || NamePattern.of(prefix + ".**").matches(name);
        }
        return path.contains(NamePattern.ANY_KEY)
                && name.contains(".")
                && NamePattern.of(name).mayMatch(path);
    }
}
