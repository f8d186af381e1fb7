package org.initweights.statistics.tests;

import java.util.ArrayList;
import java.util.List;
import org.initweights.statistics.battery.PValue;
import org.initweights.statistics.battery.WordTest;
import org.initweights.statistics.words.WordSource;

/** In how many bits words differ from those that are {@code lags} words later. */
public record Autocorrelation(int words, List<Integer> lags) implements WordTest {

    @Override
    public List<PValue> run(WordSource source) {
        int[] drawn = new int[words];
        for (int i = 0; i < words; i++) {
            drawn[i] = source.next();
        }
        List<PValue> results = new ArrayList<>();
        for (int lag : lags) {
            long different = 0;
            for (int i = lag; i < words; i++) {
                different += Integer.bitCount(drawn[i] ^ drawn[i - lag]);
            }
            double bits = (double) Integer.SIZE * (words - lag);
            results.add(PValue.normal("lag " + lag, (2 * different - bits) / Math.sqrt(bits)));
        }
        return results;
    }
}
