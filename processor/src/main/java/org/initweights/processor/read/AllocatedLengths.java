package org.initweights.processor.read;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import javax.lang.model.element.VariableElement;
import org.initweights.TensorShape;
import org.initweights.processor.expression.Dimension;
import org.initweights.processor.model.ShapeSpec;
import org.initweights.processor.model.StorageSpec;
import org.initweights.processor.report.Findings;

/** Refuses arrays that the user allocates in other lengths than their shapes have. */
record AllocatedLengths(SourceTrees sources, AnnotationFinder annotations, Findings findings) {

    /** The lengths that the user's own allocation gives an array, where they are literals. */
    void check(VariableElement field, ShapeSpec shape, StorageSpec storage) {
        List<OptionalLong> found = sources.arrayLengths(field);
        List<OptionalLong> expected = storage.rank().isPresent()
                ? shape.dimensions().stream().map(Dimension::size).toList()
                : List.of(shape.known()
                        .map(TensorShape::elements)
                        .map(OptionalLong::of)
                        .orElse(OptionalLong.empty()));
        List<Long> allocated = new ArrayList<>();
        List<Long> needed = new ArrayList<>();
        for (int level = 0; level < Math.min(found.size(), expected.size()); level++) {
            if (found.get(level).isPresent() && expected.get(level).isPresent()) {
                allocated.add(found.get(level).getAsLong());
                needed.add(expected.get(level).getAsLong());
            }
        }
        if (!allocated.equals(needed)) {
            findings.error(
                    annotations.place(field),
                    "ArrayLength",
                    field.getSimpleName() + ": allocated " + allocated(allocated, needed, shape, storage)
                            + "; drop the allocation and it is done for you");
        }
    }

    private static String allocated(List<Long> found, List<Long> needed, ShapeSpec shape, StorageSpec storage) {
        if (storage.rank().isEmpty()) {
            return "with " + found.get(0) + " elements, but " + shape + " needs " + needed.get(0);
        }
        boolean swapped =
                found.stream().sorted().toList().equals(needed.stream().sorted().toList());
        return "as " + found + ", but its shape is " + shape + (swapped ? " (swapped?)" : "");
    }
}
