package org.initweights.statistics.tests;

import java.util.Arrays;
import java.util.List;
import org.initweights.statistics.battery.PValue;
import org.initweights.statistics.battery.WordTest;
import org.initweights.statistics.words.WordSource;

/**
 * Marsaglia's birthday spacings: of {@code points} sorted points in k cells, how many spacings are equal: Poisson with mean
 * points³ / 4k.
 */
public record BirthdaySpacings(int samples, int points, int dimensions, int bits) implements WordTest {

    @Override
    public List<PValue> run(WordSource words) {
        int equal = 0;
        for (int i = 0; i < samples; i++) {
            long[] spacings = Points.cells(words, points, dimensions, bits);
            for (int j = points - 1; j > 0; j--) {
                spacings[j] -= spacings[j - 1];
            }
            spacings[0] = -1;
            Arrays.parallelSort(spacings);
            equal += Points.repeated(spacings);
        }
        double mean = samples * Math.scalb(Math.pow(points, 3), -dimensions * bits - 2);
        return List.of(PValue.poisson("equal spacings", mean, equal));
    }
}
