package org.initweights.internal.random;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StreamKeyTest {

    @Test
    void dependsOnSeedAndOnEveryCharacterOfTheName() {
        Set<StreamKey> keys = new HashSet<>();
        int made = 0;
        for (long seed : new long[] {0, 1, -1, 1L << 32, Long.MIN_VALUE}) {
            for (int layer = 0; layer < 2000; layer++) {
                keys.add(StreamKey.of(seed, "layers." + layer + ".weight"));
                keys.add(StreamKey.of(seed, "layers." + layer + ".bias"));
                made += 2;
            }
        }
        assertThat(keys).hasSize(made);
    }

    @Test
    void tellsNamesApartThatDifferOnlyInPadding() {
        assertThat(StreamKey.of(1, "a")).isNotEqualTo(StreamKey.of(1, "a\0"));
        assertThat(StreamKey.of(1, "")).isNotEqualTo(StreamKey.of(1, "\0\0\0\0\0\0\0\0"));
    }

    @Test
    void staysWhatItIs() {
        assertThat(StreamKey.of(42, "conv1.weight")).isEqualTo(StreamKey.of(42, "conv1.weight"));
        assertThat(StreamKey.of(0, ""))
                .isEqualTo(new StreamKey(0, 0).derive(0))
                .isEqualTo(new StreamKey(0x6b200159, 0x99ba4efe));
    }
}
