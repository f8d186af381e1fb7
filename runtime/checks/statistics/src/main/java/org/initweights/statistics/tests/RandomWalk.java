package org.initweights.statistics.tests;

import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.initweights.statistics.battery.ChiSquare;
import org.initweights.statistics.battery.PValue;
import org.initweights.statistics.battery.WordTest;
import org.initweights.statistics.words.WordSource;

/**
 * Walks of {@code 64 · longs} steps up or down, each word giving {@code bits} steps: where they end, how high they come, how long
 * they are above 0, how often they return to it and how often they cross it. The distributions are those of Feller, <i>An
 * introduction to probability theory</i> I, chapter III.
 */
public record RandomWalk(int walks, int longs, int bits) implements WordTest {

    @Override
    public List<PValue> run(WordSource words) {
        Bits source = new Bits(words, bits);
        int steps = Long.SIZE * longs;
        long[][] counts = new long[5][steps + 1];
        for (int i = 0; i < walks; i++) {
            walk(source, counts);
        }
        return List.of(
                test("end", counts[0], i -> Binomial.fair(steps, i)),
                test("maximum", counts[1], i -> Binomial.fair(steps, (steps + i + 1) / 2)),
                test("time above", counts[2], i -> i % 2 != 0 ? 0 : middle(i) * middle(steps - i)),
                test("returns", counts[3], i -> i > steps / 2 ? 0 : Binomial.fair(steps - i, steps / 2)),
                test("crossings", counts[4], i -> i >= steps / 2 ? 0 : 2 * Binomial.fair(steps - 1, steps / 2 + i)));
    }

    private void walk(Bits source, long[][] counts) {
        int position = 0;
        int ups = 0;
        int maximum = 0;
        int above = 0;
        int returns = 0;
        int crossings = 0;
        int before = 0;
        for (int i = 0; i < longs; i++) {
            long steps = source.next();
            for (int j = 0; j < Long.SIZE; j++, steps >>>= 1) {
                int up = (int) (steps & 1);
                int next = position + 2 * up - 1;
                ups += up;
                maximum = Math.max(maximum, next);
                above += next + position > 0 ? 1 : 0;
                returns += next == 0 ? 1 : 0;
                crossings += position == 0 && before * next < 0 ? 1 : 0;
                before = position;
                position = next;
            }
        }
        counts[0][ups]++;
        counts[1][maximum]++;
        counts[2][above]++;
        counts[3][returns]++;
        counts[4][crossings]++;
    }

    private static double middle(int steps) {
        return Binomial.fair(steps, steps / 2);
    }

    private static PValue test(String of, long[] counts, IntToDoubleFunction probability) {
        return ChiSquare.test(
                of, IntStream.range(0, counts.length).mapToDouble(probability).toArray(), counts);
    }
}
