package org.initweights.io;

import java.util.List;

/**
 * What was done to copy one tensor from a file of weights to another.
 *
 * <p>It is immutable, and threads may share it.
 *
 * @param name the name in the new file
 * @param nameInFile the name in the file that was read
 * @param typeInFile the type of the elements there
 * @param type the type of the elements in the new file, to which they were rounded if it is a smaller one
 * @param axes for each axis its number in the file that was read; empty if the order is the same
 * @param overflows how many finite elements became infinite by rounding; 0 where nothing was read
 */
public record CopiedTensor(
        String name, String nameInFile, ElementType typeInFile, ElementType type, List<Integer> axes, long overflows) {

    public CopiedTensor {
        axes = List.copyOf(axes);
    }
}
