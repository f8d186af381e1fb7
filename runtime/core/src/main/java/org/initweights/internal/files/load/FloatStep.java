package org.initweights.internal.files.load;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.stream.Stream;
import org.initweights.DType;
import org.initweights.internal.tensor.HalfCodec;

/**
 * Brings elements from one float type to another: exactly, or rounded to nearest even. What is no step is two: each other type is one step
 * away from {@code float}.
 *
 * <p>One thread uses it.
 */
sealed interface FloatStep
        permits BrainFloatToFloat, DoubleToFloat, FloatToBrainFloat, FloatToDouble, FloatToHalf, HalfToFloat {

    /** The most elements that {@link #convert} takes; with their results they stay in the processor's first cache. */
    int PIECE = 1 << 12;

    /** The steps from one type to another. */
    static List<FloatStep> between(DType from, DType to) {
        boolean isRoundedAgain = HalfCodec.of(to).isPresent();
        List<FloatStep> first = switch (from) {
            case F64 -> List.of(isRoundedAgain ? DoubleToFloat.beforeRounding() : DoubleToFloat.nearest());
            case F32 -> List.of();
            case F16 -> List.of(new HalfToFloat());
            case BF16 -> List.of(new BrainFloatToFloat());
            case I32, I64 -> throw new IllegalArgumentException(from + " is no float type");
        };
        List<FloatStep> last = switch (to) {
            case F64 -> List.of(new FloatToDouble());
            case F32 -> List.of();
            case F16 -> List.of(new FloatToHalf());
            case BF16 -> List.of(new FloatToBrainFloat());
            case I32, I64 -> throw new IllegalArgumentException(to + " is no float type");
        };
        return Stream.concat(first.stream(), last.stream()).toList();
    }

    /**
     * Takes elements from the position of {@code source} on, and appends them to {@code target}.
     *
     * @param source in any byte order; its position moves behind the elements
     * @param count at most {@link #PIECE}
     * @param target little-endian, with room for as many elements
     * @return how many finite elements became infinite
     */
    int convert(ByteBuffer source, int count, ByteBuffer target);
}
