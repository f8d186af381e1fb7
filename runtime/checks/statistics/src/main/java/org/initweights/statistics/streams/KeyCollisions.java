package org.initweights.statistics.streams;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.initweights.internal.random.StreamKey;
import org.initweights.statistics.battery.PValue;
import org.initweights.statistics.tests.Collisions;

/**
 * How many of the keys of {@code count} neighbours are equal: of all 64 bits, where none is expected, and of any 40 that stand side
 * by side, where the birthday bound lets some be.
 */
public record KeyCollisions(Neighbours neighbours, int count) implements StreamTest {

    private static final int WINDOW = 40;

    @Override
    public List<PValue> run(long seed) {
        long[] keys = IntStream.range(0, count)
                .parallel()
                .mapToObj(i -> neighbours.key(seed, i))
                .mapToLong(KeyCollisions::bits)
                .toArray();
        List<PValue> results = new ArrayList<>();
        results.add(equal("64 bits", keys, Long.SIZE));
        for (int from = 0; from + WINDOW <= Long.SIZE; from += 8) {
            int shift = from;
            long[] window = Arrays.stream(keys)
                    .map(key -> key << shift >>> (Long.SIZE - WINDOW))
                    .toArray();
            results.add(equal("40 bits from " + from, window, WINDOW));
        }
        return results;
    }

    private static long bits(StreamKey key) {
        return (long) key.k0() << Integer.SIZE | Integer.toUnsignedLong(key.k1());
    }

    private static PValue equal(String of, long[] values, int bits) {
        long[] sorted = values.clone();
        Arrays.parallelSort(sorted);
        int equal = 0;
        for (int i = 1; i < sorted.length; i++) {
            equal += sorted[i] == sorted[i - 1] ? 1 : 0;
        }
        return PValue.poisson(of, Collisions.mean(values.length, Math.scalb(1.0, bits)), equal);
    }
}
