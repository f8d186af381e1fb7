package org.initweights.processor.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import org.initweights.processor.expression.Dimension;
import org.initweights.processor.expression.DimensionReader;
import org.initweights.processor.expression.ExpressionException;
import org.initweights.processor.expression.Quantity;
import org.initweights.processor.expression.Scope;
import org.initweights.processor.expression.Source;
import org.initweights.processor.model.Place;
import org.initweights.processor.model.ShapeSpec;
import org.initweights.processor.model.SliceSpec;
import org.initweights.processor.report.Findings;
import org.jspecify.annotations.Nullable;

/**
 * Reads which initializer is for which rows of a field: {@code @Slice} on the field, and on annotations that stand for
 * initializers.
 */
final class SliceReader {

    private static final Pattern KOTLIN_RANGE = Pattern.compile("(.*?)(\\.\\.<|\\.\\.|\\buntil\\b)(.*)");

    private final AnnotationFinder annotations;
    private final InitializerReader initializers;
    private final MemberScope model;
    private final Findings findings;

    SliceReader(AnnotationFinder annotations, InitializerReader initializers, MemberScope model, Findings findings) {
        this.annotations = annotations;
        this.initializers = initializers;
        this.model = model;
        this.findings = findings;
    }

    /** Parts the initializers of a field: those of the whole, and those of rows. */
    Parted part(Element field, List<InitializerUse> uses) {
        List<InitializerUse> whole = new ArrayList<>();
        List<Rows> rows = new ArrayList<>();
        for (InitializerUse use : uses) {
            boolean ofRows = false;
            for (AnnotationView composed : use.chain().subList(0, use.chain().size() - 1)) {
                for (AnnotationView slice : annotations.slices(composed.type())) {
                    ofRows |= !slice.isExplicit("use");
                    rows.addAll(rows(slice, use, use.written(), composed));
                }
            }
            if (!ofRows) {
                whole.add(use);
            }
        }
        boolean takesWhole = false;
        for (AnnotationView slice : annotations.slices(field)) {
            takesWhole |= !slice.isExplicit("use");
            if (slice.isExplicit("use")) {
                rows.addAll(rows(slice, null, slice, slice));
            } else {
                whole.forEach(use -> rows.add(new Rows(slice, use, slice, slice)));
            }
        }
        return new Parted(takesWhole ? List.of() : whole, rows, takesWhole ? whole : List.of());
    }

    private List<Rows> rows(
            AnnotationView slice, @Nullable InitializerUse beside, AnnotationView placed, AnnotationView owner) {
        if (beside != null && !slice.isExplicit("use")) {
            return List.of(new Rows(slice, beside, placed, owner));
        }
        Optional<TypeElement> type = TypeShapes.declared(slice.type("use"));
        List<InitializerUse> named = type.map(annotation -> annotations.initializersOf(slice, annotation))
                .orElse(List.of());
        if (named.size() != 1) {
            findings.error(
                    placed.place("use"),
                    "NoInitializer",
                    slice.display() + ": "
                            + type.map(TypeElement::getSimpleName)
                                    .map(Object::toString)
                                    .orElse("that") + " is no annotation that stands for one initializer");
        }
        return named.stream().map(use -> new Rows(slice, use, placed, owner)).toList();
    }

    /** The slices of a parameter, as far as they have no fault. */
    List<SliceSpec> read(String field, List<Rows> rows, ShapeSpec shape, FieldNames names) {
        List<SliceSpec> slices = new ArrayList<>();
        for (Rows part : rows) {
            try {
                List<Dimension> range = range(part.slice.string("value"), shape, part.owner);
                initializers
                        .read(field, part.use, names)
                        .ifPresent(initializer ->
                                slices.add(new SliceSpec(range.get(0), range.get(1), initializer, part.place())));
            } catch (ExpressionException e) {
                findings.error(part.place(), e.id(), field + ": " + e.getMessage());
            }
        }
        return slices;
    }

    private List<Dimension> range(String text, ShapeSpec shape, AnnotationView owner) throws ExpressionException {
        if (shape.dimensions().isEmpty()) {
            throw new ExpressionException("SliceRank", "@Slice(\"" + text + "\") needs rows, and a scalar has none");
        }
        Dimension all = shape.dimensions().get(0);
        int colon = text.indexOf(':');
        Matcher kotlin = KOTLIN_RANGE.matcher(text);
        if (colon < 0 && kotlin.matches()) {
            throw new ExpressionException(
                    "SliceSyntax", "@Slice(\"" + text + "\") is no range here; write \"" + written(kotlin) + "\"");
        }
        if (colon < 0) {
            Dimension row = bound(text, all, owner);
            return List.of(row, row.plus(1));
        }
        String from = text.substring(0, colon);
        String to = text.substring(colon + 1);
        return List.of(
                from.isBlank() ? Dimension.of(0) : bound(from, all, owner), to.isBlank() ? all : bound(to, all, owner));
    }

    /** A range of Kotlin's, {@code 0..<n}, {@code 0 until n} or {@code 0..last}, as annotations write it. */
    private static String written(MatchResult kotlin) {
        String from = kotlin.group(1).strip();
        String to = kotlin.group(3).strip();
        boolean inclusive = kotlin.group(2).equals("..");
        String end =
                !inclusive ? to : to.matches("\\d{1,9}") ? Integer.toString(Integer.parseInt(to) + 1) : to + " + 1";
        return from + " : " + end;
    }

    /** One end of a range; below zero it counts from the last row. */
    private Dimension bound(String text, Dimension rows, AnnotationView owner) throws ExpressionException {
        Dimension bound = DimensionReader.rounding(path -> lookUp(path, rows, owner))
                .read(new Source("@Slice", text.strip(), "SliceSyntax"));
        return bound.size().isPresent() && bound.size().getAsLong() < 0
                ? rows.plus(bound.size().getAsLong())
                : bound;
    }

    private Scope.Meaning lookUp(List<String> path, Dimension rows, AnnotationView owner) throws ExpressionException {
        if (path.equals(List.of("rows"))) {
            QualifiedName.refuseTwoMeanings("rows", Quantity.of(rows), model);
            return new Scope.Size(rows);
        }
        if (path.equals(List.of(QualifiedName.SHAPE, "rows"))) {
            return new Scope.Size(rows);
        }
        if (path.size() > 1 && path.get(0).equals(QualifiedName.MODEL) && !model.has(QualifiedName.MODEL)) {
            return model.lookUp(path.subList(1, path.size()));
        }
        return path.size() == 1 && owner.declaresNumber(path.get(0)) ? member(path.get(0), owner) : model.lookUp(path);
    }

    /** A member of the annotation that the range is on, or what the model has in its place. */
    private Scope.Meaning member(String name, AnnotationView owner) throws ExpressionException {
        boolean ofModel = OmittedNumbers.number(owner, name, new FieldNames(Optional.empty(), model))
                .isPresent();
        return ofModel ? model.lookUp(List.of(name)) : new Scope.Known((long) owner.number(name));
    }

    /**
     * Some rows, and the initializer that they follow.
     *
     * @param placed the annotation on the field that says so
     * @param owner the annotation whose members the range may name
     */
    record Rows(AnnotationView slice, InitializerUse use, AnnotationView placed, AnnotationView owner) {

        Place place() {
            return placed == slice ? slice.place("value") : placed.place();
        }
    }

    /**
     * @param whole the initializers of what is in no slice
     * @param rows the initializers of slices
     * @param taken the initializers that are for slices only because a slice beside them says so
     */
    record Parted(List<InitializerUse> whole, List<Rows> rows, List<InitializerUse> taken) {}
}
