package org.initweights.internal.kernel;

import org.initweights.internal.draw.Sampler;
import org.initweights.internal.fill.SparseFill;
import org.initweights.internal.tensor.Storage;

/**
 * Writes normals, and zeros at random places of each column.
 *
 * <p><b>Origin.</b> {@code torch.nn.init.sparse_}: {@code normal_(0, std)}, then zeros in the first rows of a random permutation of each
 * column. Martens, <i>Deep learning via Hessian-free optimization</i>, 2010.
 *
 * <p><b>What it consumes.</b> One normal an element, also of those that become 0, and one shuffle of the rows a column.
 *
 * <p><b>Cost.</b> A whole shuffle a column, by one thread, and a single write for each zero; memory for one column of row numbers. Less
 * than 2³¹ rows.
 */
final class SparseKernel {

    private SparseKernel() {}

    static void write(Storage target, SparseFill fill, Sampler sampler) {
        sampler.normal(target, 0, fill.normalStd());
        double[] zero = new double[1];
        int[] rows = new int[Math.toIntExact(fill.rows())];
        boolean isWanted = !target.wanted().isEmpty();
        for (long column = 0; column < fill.columns(); column++) {
            if (!isWanted) {
                sampler.passShuffle(rows.length, column);
                continue;
            }
            for (int row = 0; row < rows.length; row++) {
                rows[row] = row;
            }
            sampler.shuffle(rows, column);
            for (int i = 0; i < fill.zerosPerColumn(); i++) {
                zero[0] = 0;
                target.put(rows[i] * fill.columns() + column, zero, 1);
            }
        }
    }
}
