package org.initweights.samples.zoo.whisper;

/** The fixed positions of the encoder. */
final class Sinusoids {

    private static final double LONGEST_PERIOD = 10_000;

    private Sinusoids() {}

    /** The table {@code [positions, width]}: the first half of each row are sines, the second cosines. */
    static float[] of(int positions, int width) {
        int half = width / 2;
        double step = Math.log(LONGEST_PERIOD) / (half - 1);
        float[] table = new float[positions * width];
        for (int position = 0; position < positions; position++) {
            for (int i = 0; i < half; i++) {
                double angle = position * Math.exp(-step * i);
                table[position * width + i] = (float) Math.sin(angle);
                table[position * width + half + i] = (float) Math.cos(angle);
            }
        }
        return table;
    }
}
