package org.initweights.statistics.battery;

import org.initweights.statistics.words.WordSource;

/** Threefry2x32 without its later rounds: a counter that is not mixed enough. */
final class FewRounds implements WordSource {

    private static final int[] ROTATIONS = {13, 15, 26, 6, 17, 29, 16, 24};

    private final int rounds;
    private int counter;
    private int second;

    FewRounds(int rounds) {
        this.rounds = rounds;
    }

    @Override
    public int next() {
        if ((counter++ & 1) != 0) {
            return second;
        }
        int[] key = {0x13198a2e, 0x03707344, 0x13198a2e ^ 0x03707344 ^ 0x1BD11BDA};
        int a = key[0];
        int b = counter / 2 + key[1];
        for (int i = 0; i < rounds; i++) {
            a += b;
            b = Integer.rotateLeft(b, ROTATIONS[i % 8]) ^ a;
            if (i % 4 == 3) {
                int group = i / 4 + 1;
                a += key[group % 3];
                b += key[(group + 1) % 3] + group;
            }
        }
        second = b;
        return a;
    }
}
