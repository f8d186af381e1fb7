package org.initweights.internal.draw.seeded;

import org.initweights.internal.random.StreamKey;

/**
 * The normal distribution, two values from two uniforms. For floats one block makes the two values, by {@link BoxMuller}; for doubles
 * two blocks make two, by {@link DoubleBoxMuller}.
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
