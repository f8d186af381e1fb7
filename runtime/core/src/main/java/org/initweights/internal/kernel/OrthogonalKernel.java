package org.initweights.internal.kernel;

import org.initweights.TensorShape;
import org.initweights.internal.draw.Sampler;
import org.initweights.internal.fill.DeltaOrthogonalFill;
import org.initweights.internal.fill.OrthogonalFill;
import org.initweights.internal.linear.Orthonormalization;
import org.initweights.internal.tensor.Precision;
import org.initweights.internal.tensor.Storage;

/**
 * Writes random orthogonal matrices: the Q of a matrix of normals, with the signs that make the diagonal of R positive, is
 * uniformly distributed. Mezzadri, <i>How to generate random matrices from the classical compact groups</i>, 2007.
 */
final class OrthogonalKernel {

    private OrthogonalKernel() {}

    static void write(Storage target, OrthogonalFill fill, Sampler sampler) {
        int rows = Math.toIntExact(fill.rows());
        int columns = Math.toIntExact(fill.columns());
        double[][] q = orthonormal(rows, columns, target.precision(), sampler);
        double[] row = new double[columns];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                row[j] = fill.gain() * (rows >= columns ? q[j][i] : q[i][j]);
            }
            target.put((long) i * columns, row, columns);
        }
    }

    static void write(Storage target, DeltaOrthogonalFill fill, Sampler sampler) {
        ConstantKernel.write(target, 0);
        TensorShape shape = fill.shape();
        int out = Math.toIntExact(shape.size(shape.layout().outAxis(shape.rank())));
        int in = Math.toIntExact(shape.size(shape.layout().inAxis(shape.rank())));
        boolean outIsWhole =
                shape.layout().wholeAxis(shape.rank()) == shape.layout().outAxis(shape.rank());
        ChannelIndex index = ChannelIndex.centred(shape, size -> (size - 1) / 2);
        double[][] q = orthonormal(in, out, target.precision(), sampler);
        double[] value = new double[1];
        for (int i = 0; i < in; i++) {
            for (int o = 0; o < out; o++) {
                value[0] = fill.gain() * (in >= out ? q[o][i] : q[i][o]);
                target.put(outIsWhole ? index.of(o, i) : index.of(i, o), value, 1);
            }
        }
    }

    private static double[][] orthonormal(int rows, int columns, Precision precision, Sampler sampler) {
        double[][] vectors = sampler.vectors(rows, columns, precision);
        Orthonormalization.orthonormalize(vectors, sampler.workers());
        return vectors;
    }
}
