package org.initweights.io;

import org.initweights.internal.files.load.AxisOrder;
import org.initweights.internal.select.NamePattern;

/**
 * Tensors whose axes have another order in the file.
 *
 * @param pattern the names in the model
 * @param order where each axis of the model comes from in the file
 * @param words how the user wrote it
 */
record AxisChange(NamePattern pattern, AxisOrder order, String words) {

    @Override
    public String toString() {
        return words;
    }
}
