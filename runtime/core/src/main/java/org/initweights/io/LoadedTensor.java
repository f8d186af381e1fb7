package org.initweights.io;

import java.util.List;
import org.initweights.DType;

/**
 * What was done to load one parameter.
 *
 * <p>It is immutable, and threads may share it.
 *
 * @param name the parameter
 * @param nameInFile the tensor
 * @param typeInFile the type of the tensor's elements
 * @param type the type of the parameter's elements, to which they were rounded if it is another
 * @param axes for each axis of the parameter its number in the file; empty if the order is the same
 * @param overflows how many finite elements became infinite by rounding; 0 where nothing was read
 */
public record LoadedTensor(
        String name, String nameInFile, ElementType typeInFile, DType type, List<Integer> axes, long overflows) {

    public LoadedTensor {
        axes = List.copyOf(axes);
    }

    /** {@code layers.0.weight: from model.layers.0.weight, BF16 rounded to F16, axes [1, 0], 3 elements became infinite}. */
    @Override
    public String toString() {
        StringBuilder line = new StringBuilder(name);
        String separator = ": ";
        if (!name.equals(nameInFile)) {
            line.append(separator).append("from ").append(nameInFile);
            separator = ", ";
        }
        if (typeInFile != ElementType.of(type)) {
            line.append(separator).append(typeInFile).append(" rounded to ").append(type);
            separator = ", ";
        }
        if (!axes.isEmpty()) {
            line.append(separator).append("axes ").append(axes);
            separator = ", ";
        }
        if (overflows > 0) {
            line.append(separator)
                    .append(overflows)
                    .append(overflows == 1 ? " element became infinite" : " elements became infinite");
        }
        return line.toString();
    }

    /** Whether the tensor was taken as it is, under its own name. */
    boolean isPlain() {
        return name.equals(nameInFile) && typeInFile == ElementType.of(type) && axes.isEmpty();
    }
}
