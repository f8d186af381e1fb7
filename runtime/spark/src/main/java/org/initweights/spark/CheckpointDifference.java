package org.initweights.spark;

import java.io.Serializable;

/**
 * Where a checkpoint is not what its plan says.
 *
 * @param file the name of the file
 * @param tensor the name of the first tensor that differs; empty if it is not a tensor: a header, an index, or a file that is not there
 * @param element the first of its elements that differs, in row-major order; -1 if it is not a tensor
 * @param what in words
 */
public record CheckpointDifference(String file, String tensor, long element, String what) implements Serializable {

    private static final long serialVersionUID = 1;

    /** A file that is not as it should be. */
    static CheckpointDifference ofFile(String file, String what) {
        return new CheckpointDifference(file, "", -1, what);
    }

    /** One line for people. */
    @Override
    public String toString() {
        return file + ": " + what;
    }
}
