package org.initweights.internal.files.safetensors;

import org.initweights.TensorShape;

/**
 * A tensor of a type that is not known here, as a header describes it: its offsets say how large it is.
 *
 * @param type the beginning of the name of the type
 */
public record UnknownEntry(String name, String type, TensorShape shape, long begin, long end) implements HeaderEntry {

    /** Why it is not read. */
    public String reason() {
        return "its type is \"" + type + "\", which is not known here; its shape is " + shape + ", and it has "
                + (end - begin) + " bytes";
    }
}
