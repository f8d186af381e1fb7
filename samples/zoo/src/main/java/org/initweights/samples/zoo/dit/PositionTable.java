package org.initweights.samples.zoo.dit;

/** Sines and cosines of the row and the column of each patch. */
final class PositionTable {

    private static final double LONGEST_PERIOD = 10_000;

    private PositionTable() {}

    /** The table {@code [grid * grid, features]}: a quarter of the features each for sine and cosine of column and row. */
    static float[] of(int grid, int features) {
        int quarter = features / 4;
        float[] table = new float[grid * grid * features];
        for (int row = 0; row < grid; row++) {
            for (int column = 0; column < grid; column++) {
                int start = (row * grid + column) * features;
                for (int i = 0; i < quarter; i++) {
                    double frequency = Math.pow(LONGEST_PERIOD, -(double) i / quarter);
                    table[start + i] = (float) Math.sin(column * frequency);
                    table[start + quarter + i] = (float) Math.cos(column * frequency);
                    table[start + 2 * quarter + i] = (float) Math.sin(row * frequency);
                    table[start + 3 * quarter + i] = (float) Math.cos(row * frequency);
                }
            }
        }
        return table;
    }
}
