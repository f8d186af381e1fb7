package org.initweights.internal.kernel;

import org.initweights.internal.fill.BilinearFill;
import org.initweights.internal.fill.Interpolation;
import org.initweights.internal.tensor.Storage;

/**
 * Writes bilinear interpolation along the diagonal of a convolution's channels, and zeros elsewhere: at each position of the kernel the
 * product of a vertical and a horizontal weight.
 *
 * <p>It draws nothing. Cost: a pass over all elements, and one write per channel and position. Weights are computed in double.
 */
final class BilinearKernel {

    private BilinearKernel() {}

    static void write(Storage target, BilinearFill fill) {
        ConstantKernel.write(target, 0);
        Interpolation vertical = fill.vertical();
        Interpolation horizontal = fill.horizontal();
        for (long y = 0; y < vertical.size(); y++) {
            for (long x = 0; x < horizontal.size(); x++) {
                long[] place = {y, x};
                ChannelIndex index = ChannelIndex.at(fill.shape(), axis -> place[axis - fill.firstSpatialAxis()]);
                double weight = vertical.weight(y) * horizontal.weight(x);
                IdentityKernel.writeDiagonal(target, fill.channels(), index, weight);
            }
        }
    }
}
