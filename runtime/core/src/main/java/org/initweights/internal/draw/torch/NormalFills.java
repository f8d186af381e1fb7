package org.initweights.internal.draw.torch;

import org.initweights.DType;
import org.initweights.internal.tensor.PlacedStorage;
import org.initweights.internal.tensor.Storage;

/**
 * {@code normal_}. A tensor of less than {@link TorchTiles#BLOCK} elements draws them one by one, in double, and so does one that is not
 * contiguous; any other in blocks, in its own precision. If the last block is not full, the last sixteen elements are drawn anew.
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

    void fill(Storage target, double mean, double std) {
        if (target.length() < TorchTiles.BLOCK || !target.order().isContiguous()) {
            fillOneByOne(PlacedStorage.of(target), mean, std);
        } else if (target.dtype() == DType.F64) {
            fillDoubles(target, mean, std);
        } else {
            fillFloats(target, (float) mean, (float) std);
        }
    }

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

    private void fillFloats(Storage target, float mean, float std) {
        long done = 0;
        for (; target.length() - done >= TorchTiles.CAPACITY; done += TorchTiles.LENGTH) {
            generator.uniform(floats, TorchTiles.LENGTH);
            arithmetic.boxMuller(floats, TorchTiles.LENGTH, mean, std);
            target.put(done, floats, TorchTiles.LENGTH);
        }
        int rest = (int) (target.length() - done);
        int blocks = rest - rest % TorchTiles.BLOCK;
        // Half floats are drawn block by block, and what would fill no block is not drawn at all.
        generator.uniform(floats, target.dtype() == DType.F32 ? rest : blocks);
        arithmetic.boxMuller(floats, blocks, mean, std);
        if (blocks < rest) {
            generator.uniform(lastFloats, TorchTiles.BLOCK);
            arithmetic.boxMuller(lastFloats, TorchTiles.BLOCK, mean, std);
            System.arraycopy(lastFloats, 0, floats, rest - TorchTiles.BLOCK, TorchTiles.BLOCK);
        }
        target.put(done, floats, rest);
    }

    private void fillDoubles(Storage target, double mean, double std) {
        long done = 0;
        for (; target.length() - done >= TorchTiles.CAPACITY; done += TorchTiles.LENGTH) {
            generator.uniform(doubles, TorchTiles.LENGTH);
            boxMuller(doubles, TorchTiles.LENGTH, mean, std);
            target.put(done, doubles, TorchTiles.LENGTH);
        }
        int rest = (int) (target.length() - done);
        int blocks = rest - rest % TorchTiles.BLOCK;
        generator.uniform(doubles, rest);
        boxMuller(doubles, blocks, mean, std);
        if (blocks < rest) {
            generator.uniform(lastDoubles, TorchTiles.BLOCK);
            boxMuller(lastDoubles, TorchTiles.BLOCK, mean, std);
            System.arraycopy(lastDoubles, 0, doubles, rest - TorchTiles.BLOCK, TorchTiles.BLOCK);
        }
        target.put(done, doubles, rest);
    }

    /** PyTorch takes these functions from the C library, whose last bit may differ: {@link Math}'s does so less than StrictMath's. */
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
