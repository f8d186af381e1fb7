package org.initweights.kernel;

import org.initweights.random.StreamKey;
import org.initweights.random.Threefry2x32;

/**
 * The normal distribution, two values from two uniforms. For floats one block makes the two values, by {@link BoxMuller}; for doubles
 * two blocks make two, by {@link StrictMath}.
 */
final class NormalKernel implements TileKernel {

    private static final int N = Threefry2x32.BLOCKS;

    private final double mean;
    private final double std;

    NormalKernel(double mean, double std) {
        this.mean = mean;
        this.std = std;
    }

    @Override
    public void floats(StreamKey key, long number, Tile tile, float[] out, int offset, int count) {
        tile.draw(key, number);
        tile.transforms.normal(tile.x0, tile.x1, out, offset, (float) std, (float) mean);
    }

    @Override
    public void doubles(StreamKey key, long number, Tile tile, int count) {
        int blocks = Math.min(N, count);
        double[] out = tile.doubles;
        tile.draw(key, 2 * number);
        for (int i = 0; i < blocks; i++) {
            out[i] = StrictMath.sqrt(-2 * StrictMath.log(unit(tile, i)));
        }
        tile.draw(key, 2 * number + 1);
        for (int i = 0; i < blocks; i++) {
            double angle = 2 * Math.PI * unit(tile, i);
            double r = out[i];
            out[i] = r * StrictMath.cos(angle) * std + mean;
            out[N + i] = r * StrictMath.sin(angle) * std + mean;
        }
    }

    /** In (0, 1), of 53 bits. */
    private static double unit(Tile tile, int i) {
        return ((tile.block(i) >>> 12) + 0.5) * 0x1p-52;
    }
}
