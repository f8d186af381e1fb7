package org.initweights.statistics.tests;

import java.util.List;
import org.initweights.statistics.battery.ChiSquare;
import org.initweights.statistics.battery.PValue;
import org.initweights.statistics.battery.WordTest;
import org.initweights.statistics.words.WordSource;

/** In which of the possible orders {@code length} words are. */
public record Permutation(int samples, int length) implements WordTest {

    @Override
    public List<PValue> run(WordSource words) {
        int orders = 1;
        for (int i = 2; i <= length; i++) {
            orders *= i;
        }
        long[] counts = new long[orders];
        int[] drawn = new int[length];
        for (int i = 0; i < samples; i++) {
            int order = 0;
            for (int j = 0; j < length; j++) {
                drawn[j] = words.next();
                int below = 0;
                for (int k = 0; k < j; k++) {
                    below += Integer.compareUnsigned(drawn[k], drawn[j]) < 0 ? 1 : 0;
                }
                order = order * (j + 1) + below;
            }
            counts[order]++;
        }
        return List.of(ChiSquare.uniform("orders", counts));
    }
}
