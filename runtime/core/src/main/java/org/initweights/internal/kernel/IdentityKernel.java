package org.initweights.internal.kernel;

import org.initweights.TensorShape;
import org.initweights.internal.fill.DiracFill;
import org.initweights.internal.fill.EyeFill;
import org.initweights.internal.tensor.ElementRange;
import org.initweights.internal.tensor.Storage;

/**
 * Writes ones along a diagonal, of a matrix or of a convolution's channels, and zeros elsewhere.
 *
 * <p>It draws nothing. Cost: a pass of zeros over all elements, then one write per one. The ones of Dirac stand at index ⌊size / 2⌋ of
 * each spatial axis, as PyTorch's do; JAX's delta-orthogonal kernels take ⌊(size - 1) / 2⌋.
 */
final class IdentityKernel {

    private IdentityKernel() {}

    /** Ones where row and column are equal, also of a matrix that is not square. */
    static void write(Storage target, EyeFill fill) {
        ConstantKernel.write(target, 0);
        ElementRange wanted = target.wanted();
        long first = fill.columns() == 0 ? 0 : wanted.from() / fill.columns();
        long end = fill.columns() == 0 ? 0 : (wanted.to() + fill.columns() - 1) / fill.columns();
        for (long i = first; i < Math.min(end, Math.min(fill.rows(), fill.columns())); i++) {
            target.put(i * fill.columns() + i, new double[] {1}, 1);
        }
    }

    /** Ones where a convolution passes a channel through to the same one of its group. */
    static void write(Storage target, DiracFill fill) {
        ConstantKernel.write(target, 0);
        writeDiagonal(target, fill, ChannelIndex.centred(fill.shape(), size -> size / 2), 1);
    }

    /**
     * Writes {@code value} for each channel that is passed through, at one position of the kernel.
     *
     * @param channels which channels: per group, the first ones of both axes
     * @param index where the weight between two channels is
     */
    static void writeDiagonal(Storage target, DiracFill channels, ChannelIndex index, double value) {
        TensorShape shape = channels.shape();
        long outPerGroup = shape.size(shape.layout().wholeAxis(shape.rank())) / channels.groups();
        for (long group = 0; group < channels.groups(); group++) {
            for (long channel = 0; channel < channels.channelsPerGroup(); channel++) {
                target.put(index.of(group * outPerGroup + channel, channel), new double[] {value}, 1);
            }
        }
    }
}
