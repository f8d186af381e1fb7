package org.initweights.internal.files.gguf;

import java.util.Optional;
import org.initweights.TensorShape;
import org.initweights.io.GgufType;

/**
 * A tensor as the header of a GGUF file describes it.
 *
 * @param typeCode the number of its type
 * @param shape in the order of PyTorch and NumPy, the axis that changes fastest last
 * @param begin where its bytes begin, counted from the beginning of the data
 */
public record GgufEntry(String name, int typeCode, TensorShape shape, long begin) {

    /** Its type, if it is known. */
    public Optional<GgufType> type() {
        return GgufType.of(typeCode);
    }

    /**
     * How many bytes it takes; none if its type is not known.
     *
     * @throws GgufException if its rows are no whole number of blocks, or it has more bytes than a {@code long} counts
     */
    public long bytes() throws GgufException {
        if (type().isEmpty()) {
            return 0;
        }
        GgufType type = type().get();
        long row = shape.rank() == 0 ? 1 : shape.size(shape.rank() - 1);
        if (row % type.blockElements() != 0) {
            throw new GgufException("rows of " + row + " elements are no whole number of blocks of "
                    + type.blockElements() + ", as " + type + " has them");
        }
        try {
            return Math.multiplyExact(shape.elements() / type.blockElements(), type.blockBytes());
        } catch (ArithmeticException e) {
            throw new GgufException(type + " " + shape + " has more bytes than a long can count");
        }
    }
}
