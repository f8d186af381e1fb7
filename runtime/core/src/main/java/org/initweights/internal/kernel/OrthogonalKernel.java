package org.initweights.internal.kernel;

import org.initweights.DType;
import org.initweights.TensorShape;
import org.initweights.internal.draw.Sampler;
import org.initweights.internal.fill.DeltaOrthogonalFill;
import org.initweights.internal.fill.OrthogonalFill;
import org.initweights.internal.linear.Orthonormalization;
import org.initweights.internal.tensor.PagedArray;
import org.initweights.internal.tensor.Precision;
import org.initweights.internal.tensor.Storage;
import org.initweights.internal.tensor.WindowStorage;

/**
 * Writes random orthogonal matrices: the Q of a matrix of normals, with the signs that make the diagonal of R positive, is uniformly
 * distributed (Haar's measure). Mezzadri, <i>How to generate random matrices from the classical compact groups</i>, 2007.
 *
 * <p><b>What it consumes.</b> One normal an element of the matrix, drawn in the storage's precision.
 *
 * <p><b>Cost.</b> A factorisation in double, {@link Orthonormalization}; 1024 × 1024 takes 87 ms on JDK 17 and 83 on 25 with two cores,
 * 4096 × 4096 3.5 and 3.3 s ({@code runtime/docs/speed.md}). Memory: 20 bytes an element on the heap: 8 are the vectors, 8 the
 * copy that is factored, and 4 the normals.
 *
 * <p><b>Limits.</b> Less than 2³¹ elements a matrix. max |QᵀQ - I| is 2·10⁻¹⁴ before elements are rounded to the storage's type.
 *
 * <p><b>Changes against PyTorch and JAX.</b> Both factor in the tensor's type, by LAPACK. The normals are theirs if the source is, and
 * results differ by about 10⁻⁶ ({@code runtime/docs/parity.md}). {@code StructuredKernelTest} holds orthonormality, gain and unbiased
 * signs.
 */
final class OrthogonalKernel {

    private OrthogonalKernel() {}

    /** A matrix with orthonormal columns, or rows if those are fewer, times the gain. */
    static void write(Storage target, OrthogonalFill fill, Sampler sampler) {
        int rows = Math.toIntExact(fill.rows());
        int columns = Math.toIntExact(fill.columns());
        if (target.wanted().isEmpty()) {
            pass(target, fill.rows() * fill.columns(), sampler);
            return;
        }
        double[][] q = orthonormal(rows, columns, target.precision(), sampler);
        double[] row = new double[columns];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                row[j] = fill.gain() * (rows >= columns ? q[j][i] : q[i][j]);
            }
            target.put((long) i * columns, row, columns);
        }
    }

    /** A convolution that is an orthogonal matrix at the centre of its kernel, times the gain, and 0 elsewhere. */
    static void write(Storage target, DeltaOrthogonalFill fill, Sampler sampler) {
        ConstantKernel.write(target, 0);
        TensorShape shape = fill.shape();
        int out = Math.toIntExact(shape.size(shape.layout().outAxis(shape.rank())));
        int in = Math.toIntExact(shape.size(shape.layout().inAxis(shape.rank())));
        if (target.wanted().isEmpty()) {
            pass(target, (long) in * out, sampler);
            return;
        }
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

    /** Draws the normals of a matrix that nobody wants. */
    private static void pass(Storage target, long elements, Sampler sampler) {
        DType type = target.precision() == Precision.SINGLE ? DType.F32 : DType.F64;
        sampler.normal(new WindowStorage(new PagedArray(type, 0), 0, elements), 0, 1);
    }

    /** The orthonormal vectors: the columns, or the rows if those are fewer. */
    private static double[][] orthonormal(int rows, int columns, Precision precision, Sampler sampler) {
        double[][] vectors = sampler.vectors(rows, columns, precision);
        Orthonormalization.orthonormalize(vectors, sampler.workers());
        return vectors;
    }
}
