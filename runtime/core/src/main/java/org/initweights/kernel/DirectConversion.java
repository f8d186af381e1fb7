package org.initweights.kernel;

/** By the processor's own conversion. */
record DirectConversion(int length) implements IntToFloat {

    @Override
    public void convert(int[] from, float[] to) {
        convert(from, to, length);
    }

    private static void convert(int[] from, float[] to, int n) {
        for (int i = 0; i < n; i++) {
            to[i] = from[i];
        }
    }
}
