package org.initweights;

import org.initweights.internal.piece.Block;
import org.initweights.internal.piece.BlockDrawing;
import org.initweights.internal.piece.DrawOrder;
import org.initweights.internal.piece.DrawnElements;
import org.initweights.internal.piece.DrawnValues;

/**
 * A part of a parameter that has a range of each axis, such as what one rank of a tensor-parallel model holds. It is drawn without the rest
 * of the parameter, and has the values that are there in the whole.
 *
 * <pre>{@code
 * ParameterSlice mine = plan.parameters().get("layers.0.o_proj.weight").slice(1, 1024 * rank, 1024 * (rank + 1));
 * mine.draw(0, values.length, RandomSource.seeded(42), values);     // row-major, in the slice's own shape
 * }</pre>
 *
 * <p>Slices are immutable, and threads may share them.
 */
public final class ParameterSlice {

    private final Parameter parameter;
    private final Block block;

    ParameterSlice(Parameter parameter, Block block) {
        this.parameter = parameter;
        this.block = block;
    }

    /** The parameter that it is a part of. */
    public Parameter parameter() {
        return parameter;
    }

    /** The sizes of the slice, with the zeros that it is padded with; what the axes mean is known of the whole alone. */
    public TensorShape shape() {
        return TensorShape.of(block.dims());
    }

    /** How many elements the slice has. */
    public long elements() {
        return block.elements();
    }

    /** Where the slice begins on an axis of the parameter. */
    public long from(int axis) {
        return block.begin(axis);
    }

    /** The first place on an axis of the parameter that no longer belongs to the slice; padding is not counted. */
    public long to(int axis) {
        return block.begin(axis) + block.size(axis);
    }

    /**
     * The part of this slice from {@code from} to before {@code to} on an axis, counted in the slice.
     *
     * @throws IndexOutOfBoundsException if there is no such axis, or the slice is shorter there
     */
    public ParameterSlice slice(int axis, long from, long to) {
        return new ParameterSlice(parameter, block.slice(axis, from, to));
    }

    /**
     * Draws elements of the slice, in its own row-major order. Padding is zero.
     *
     * @param from the index of the first in the slice
     * @throws IndexOutOfBoundsException if the slice or the array does not have them
     * @see Parameter#draw(long, int, RandomSource, float[])
     */
    public void draw(long from, int count, RandomSource random, float[] target) {
        DrawnValues.draw(drawing(random), from, count, target);
    }

    /** Draws elements of the slice. See {@link #draw(long, int, RandomSource, float[])}. */
    public void draw(long from, int count, RandomSource random, double[] target) {
        DrawnValues.draw(drawing(random), from, count, target);
    }

    private DrawnElements drawing(RandomSource random) {
        return new BlockDrawing(DrawOrder.of(parameter).drawing(parameter, random), block);
    }

    Block block() {
        return block;
    }

    /** The parameter's name and the range of each axis: {@code o_proj.weight [0:4096, 1024:2048]}. */
    @Override
    public String toString() {
        return parameter.name() + " " + block;
    }
}
