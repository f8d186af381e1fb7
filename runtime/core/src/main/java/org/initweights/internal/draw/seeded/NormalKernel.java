package org.initweights.internal.draw.seeded;

import org.initweights.internal.random.StreamKey;

/**
 * The normal distribution, two values from two uniforms, by the pairs of Box and Muller.
 *
 * <p><b>What it consumes.</b> Floats: one block makes two values, {@link BoxMuller}; the cosine is element r of the tile, the sine element
 * 512 + r. Doubles: two blocks make two values, {@link DoubleBoxMuller}, of group 2t and 2t + 1 for tile t.
 *
 * <p><b>Limits.</b> The tail ends at 6.56σ for floats, at 8.57σ for doubles. Mean and standard deviation of floats are rounded to float
 * first.
 */
final class NormalKernel implements TileKernel {

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
        tile.draw(key, 2 * number);
        tile.doubleStages().takeRadius(tile.x0, tile.x1);
        tile.draw(key, 2 * number + 1);
        tile.doubleStages().normal(tile.x0, tile.x1, tile.doubles, std, mean);
    }
}
