package org.initweights.internal.draw.seeded;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The release is read from a property that Android has, too. */
class WordFloatsVersionTest {

    @ParameterizedTest
    @CsvSource({"17, 17", "25, 25", "0.9, 0", "1.8, 0", "'', 0", "17.0.1-internal, 0"})
    void readsTheFeatureRelease(String specification, int feature) {
        assertThat(WordFloats.version(specification)).isEqualTo(feature);
    }

    @Test
    void isWhatTheRunningJvmSays() {
        assertThat(WordFloats.version(System.getProperty("java.specification.version")))
                .isEqualTo(Runtime.version().feature());
    }
}
