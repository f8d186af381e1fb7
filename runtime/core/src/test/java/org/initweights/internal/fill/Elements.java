package org.initweights.internal.fill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.Arrays;
import org.initweights.Fill;

/** The elements of a tensor, one by one: what a fill says of them can be counted. */
final class Elements {

    private Elements() {}

    /** Mean, standard deviation, least and greatest element of a fill are those of these elements. */
    static void assertAreDescribedBy(Fill fill, double... elements) {
        double mean = Arrays.stream(elements).average().orElseThrow();
        double variance = Arrays.stream(elements)
                .map(element -> (element - mean) * (element - mean))
                .average()
                .orElseThrow();
        assertThat(fill.mean()).as("mean of %s", fill).isCloseTo(mean, offset(1e-12));
        assertThat(fill.std()).as("std of %s", fill).isCloseTo(Math.sqrt(variance), offset(1e-12));
        assertThat(fill.lower())
                .as("least of %s", fill)
                .isCloseTo(Arrays.stream(elements).min().orElseThrow(), offset(1e-12));
        assertThat(fill.upper())
                .as("greatest of %s", fill)
                .isCloseTo(Arrays.stream(elements).max().orElseThrow(), offset(1e-12));
    }
}
