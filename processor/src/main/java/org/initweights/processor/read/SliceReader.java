package org.initweights.processor.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import org.initweights.processor.expression.ExpressionException;
import org.initweights.processor.model.AxisPlaces;
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
                AxisPlaces places = new PlacesReader(part, shape, model).read();
                initializers
                        .read(field, part.use, names)
                        .ifPresent(initializer -> slices.add(new SliceSpec(places, initializer, part.place())));
            } catch (ExpressionException e) {
                Place place = e.member().isEmpty() ? part.place() : part.place(e.member());
                findings.error(place, e.id(), field + ": " + e.getMessage());
            }
        }
        return slices;
    }

    /**
     * Some rows, and the initializer that they follow.
     *
     * @param placed the annotation on the field that says so
     * @param owner the annotation whose members the range may name
     */
    record Rows(AnnotationView slice, InitializerUse use, AnnotationView placed, AnnotationView owner) {

        Place place() {
            return place("value");
        }

        /** Where a member of the slice is written; the annotation on the field, if it is not there. */
        Place place(String member) {
            return placed == slice ? slice.place(member) : placed.place();
        }
    }

    /**
     * @param whole the initializers of what is in no slice
     * @param rows the initializers of slices
     * @param taken the initializers that are for slices only because a slice beside them says so
     */
    record Parted(List<InitializerUse> whole, List<Rows> rows, List<InitializerUse> taken) {}
}
