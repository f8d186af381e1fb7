package org.initweights.report.internal.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LevelTest {

    /** Two-sided quantiles of the normal distribution, as tables have them. */
    @ParameterizedTest
    @CsvSource({"0.3173105, 1", "0.05, 1.959964", "0.01, 2.575829", "0.0026998, 3", "0.001, 3.290527"})
    void deviationsAreTheQuantilesOfTables(double probability, double deviations) {
        assertThat(new Level(probability).deviations()).isCloseTo(deviations, within(1e-5));
    }

    @Test
    void manyTestsShareTheFalseAlarms() {
        assertThat(Level.of(0.001, 500).probability()).isCloseTo(2e-6, within(1e-15));
        assertThat(Level.of(0.001, 0).probability()).isEqualTo(0.001);
    }
}
