package org.initweights.internal.draw.torch;

import org.initweights.DType;
import org.initweights.internal.tensor.PlacedStorage;
import org.initweights.internal.tensor.Storage;

/**
 * {@code normal_}. A tensor of less than {@link TorchTiles#BLOCK} elements draws them one by one, in double, and so does one that is not
 * contiguous; any other in blocks, in its own precision.
 *
 * <p><b>Origin.</b> PyTorch 2.13: {@code normal_kernel} and {@code normal_fill} in aten/src/ATen/native/cpu/DistributionTemplates.h,
 * {@code normal_distribution} in aten/src/ATen/core/DistributionsHelper.h.
 *
 * <p><b>What it consumes.</b> In blocks: a word an element for floats and half floats, two for doubles. If n is not a multiple of 16, 16
 * fresh uniforms more are drawn, and the last sixteen elements are made of them; half floats then do not draw the n mod 16 uniforms
 * before, which are overwritten. One by one: four words for two normals; the second waits in the generator, also for other tensors.
 *
 * <p><b>Limits.</b> In blocks no float is further out than 5.77σ, no double than 8.57σ. Normals of doubles are within 2 ulp of PyTorch's,
 * whose logarithm, sine and cosine are the C library's; 99.78 % of standard ones are the same.
 *
 * <p><b>Changes against the original.</b>
 *
 * <ul>
 *   <li>PyTorch draws all uniforms of a float tensor and then transforms them; here a tile of 1024 at a time, which gives the same
 *       numbers.
 *   <li>The tensor is never read: what PyTorch transforms in place is in scratch arrays.
 * </ul>
 *
 * <p>{@code TorchParityTest} holds it, with the state of the generator after each case.
 */
final class NormalFills {

    private final TorchGenerator generator;
    private final Arithmetic arithmetic;
    private final float[] floats = new float[TorchTiles.CAPACITY];
    private final float[] lastFloats = new float[TorchTiles.BLOCK];
    private final double[] doubles = new double[TorchTiles.CAPACITY];
    private final double[] lastDoubles = new double[TorchTiles.BLOCK];

    NormalFills(TorchGenerator generator, Arithmetic arithmetic) {
        this.generator = generator;
        this.arithmetic = arithmetic;
    }

    /** {@code target.normal_(mean, std)}. */
    void fill(Storage target, double mean, double std) {
        if (target.length() < TorchTiles.BLOCK || !target.order().isContiguous()) {
            fillOneByOne(PlacedStorage.of(target), mean, std);
        } else if (target.dtype() == DType.F64) {
            fillDoubles(target, mean, std);
        } else {
            fillFloats(target, (float) mean, (float) std);
        }
    }

    /** In the order of memory, not of the indices, if the two differ. */
    private void fillOneByOne(Storage target, double mean, double std) {
        for (long done = 0; done < target.length(); ) {
            int count = (int) Math.min(TorchTiles.LENGTH, target.length() - done);
            for (int i = 0; i < count; i++) {
                doubles[i] = arithmetic.scale(generator.normal(), mean, std);
            }
            target.put(done, doubles, count);
            done += count;
        }
    }

    /** Floats and half floats in blocks, tile by tile; if the length is no multiple of a block, the last sixteen elements are drawn anew. */
    private void fillFloats(Storage target, float mean, float std) {
        BlockRange blocks = BlockRange.of(target);
        generator.skip(blocks.from());
        for (long done = blocks.from(); done < blocks.to(); done += TorchTiles.LENGTH) {
            int count = (int) Math.min(TorchTiles.LENGTH, blocks.to() - done);
            generator.uniform(floats, count);
            arithmetic.boxMuller(floats, count, mean, std);
            target.put(done, floats, (int) Math.min(count, blocks.end() - done));
        }
        // Half floats are drawn block by block, and what would fill no block is not drawn at all.
        long rest = target.dtype() == DType.F32 ? 0 : target.length() % TorchTiles.BLOCK;
        generator.skip(target.length() - rest - blocks.to());
        if (blocks.isLastWanted()) {
            generator.uniform(lastFloats, TorchTiles.BLOCK);
            arithmetic.boxMuller(lastFloats, TorchTiles.BLOCK, mean, std);
            target.put(blocks.end(), lastFloats, TorchTiles.BLOCK);
        } else if (blocks.hasLast()) {
            generator.skip(TorchTiles.BLOCK);
        }
    }

    /** Doubles in blocks, in the same way, of two words each. All n uniforms are drawn, also those that the last sixteen replace. */
    private void fillDoubles(Storage target, double mean, double std) {
        BlockRange blocks = BlockRange.of(target);
        generator.skip(2 * blocks.from());
        for (long done = blocks.from(); done < blocks.to(); done += TorchTiles.LENGTH) {
            int count = (int) Math.min(TorchTiles.LENGTH, blocks.to() - done);
            generator.uniform(doubles, count);
            boxMuller(doubles, count, mean, std);
            target.put(done, doubles, (int) Math.min(count, blocks.end() - done));
        }
        generator.skip(2 * (target.length() - blocks.to()));
        if (blocks.isLastWanted()) {
            generator.uniform(lastDoubles, TorchTiles.BLOCK);
            boxMuller(lastDoubles, TorchTiles.BLOCK, mean, std);
            target.put(blocks.end(), lastDoubles, TorchTiles.BLOCK);
        } else if (blocks.hasLast()) {
            generator.skip(2 * TorchTiles.BLOCK);
        }
    }

    /**
     * Makes uniforms to normals of double precision, in blocks of sixteen. PyTorch takes logarithm, sine and cosine from the C library,
     * whose last bit may differ: {@link Math}'s agree with it more often than StrictMath's.
     */
    private static void boxMuller(double[] u, int count, double mean, double std) {
        for (int block = 0; block < count; block += TorchTiles.BLOCK) {
            for (int j = block; j < block + TorchTiles.BLOCK / 2; j++) {
                double radius = StrictMath.sqrt(-2 * Math.log(1 - u[j]));
                double angle = 2 * Math.PI * u[j + TorchTiles.BLOCK / 2];
                u[j] = Math.fma(radius * Math.cos(angle), std, mean);
                u[j + TorchTiles.BLOCK / 2] = Math.fma(radius * Math.sin(angle), std, mean);
            }
        }
    }
}
