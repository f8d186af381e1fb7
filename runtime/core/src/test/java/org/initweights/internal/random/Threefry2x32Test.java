package org.initweights.internal.random;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Threefry2x32Test {

    /** From {@code kat_vectors} of the Random123 distribution, threefry2x32 with 20 rounds. */
    @ParameterizedTest
    @CsvSource({
        "00000000, 00000000, 00000000, 00000000, 6b200159, 99ba4efe",
        "ffffffff, ffffffff, ffffffff, ffffffff, 1cb996fc, bb002be7",
        "243f6a88, 85a308d3, 13198a2e, 03707344, c4923a9c, 483df7a0"
    })
    void givesTheKnownAnswers(String c0, String c1, String k0, String k1, String x0, String x1) {
        long counter = word(c0) << 32 | word(c1);
        assertThat(Threefry2x32.block((int) word(k0), (int) word(k1), counter)).isEqualTo(word(x0) << 32 | word(x1));
    }

    private static long word(String hex) {
        return Long.parseLong(hex, 16);
    }

    @Test
    void generatesTheSameBlocksInBulk() {
        int[] x0 = new int[Threefry2x32.BLOCKS];
        int[] x1 = new int[Threefry2x32.BLOCKS];
        for (long first : new long[] {0, 5L * Threefry2x32.BLOCKS, (1L << 32) - Threefry2x32.BLOCKS, 1L << 40}) {
            Threefry2x32.generate(17, -4, first, x0, x1);
            for (int i = 0; i < Threefry2x32.BLOCKS; i++) {
                assertThat((long) x0[i] << 32 | (x1[i] & 0xFFFFFFFFL)).isEqualTo(Threefry2x32.block(17, -4, first + i));
            }
        }
    }
}
