package org.initweights.internal.fill;

import java.nio.file.Path;
import org.initweights.TensorShape;

/**
 * What a fill that begins with a stored tensor says of it. Nothing is known of the elements before they are read: mean and standard
 * deviation are NaN, and nothing bounds them.
 */
public interface FromWeights extends Sized {

    /** Mean and standard deviation: known only to who reads the file. */
    double UNKNOWN = Double.NaN;

    /** The checkpoint, by its absolute path. */
    Path file();

    /** The name of the tensor in the checkpoint. */
    String tensor();

    /** The shape that the tensor must have there, without roles of its axes. */
    TensorShape source();

    /** What asked for the fill, as a user would write it: {@code copy("wte.weight")}. */
    String call();

    /** How many bytes the tensor takes on the heap while it is transformed, beyond pieces of it. */
    default double heapBytes() {
        return 0;
    }

    /** The tensor and its file, for people: {@code wte.weight of base.safetensors}. */
    default String place() {
        return tensor() + " of " + file().getFileName();
    }
}
