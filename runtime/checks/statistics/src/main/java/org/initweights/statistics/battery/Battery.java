package org.initweights.statistics.battery;

import java.util.List;
import java.util.stream.Stream;
import org.initweights.statistics.tests.Autocorrelation;
import org.initweights.statistics.tests.BirthdaySpacings;
import org.initweights.statistics.tests.Collisions;
import org.initweights.statistics.tests.CouponCollector;
import org.initweights.statistics.tests.Gap;
import org.initweights.statistics.tests.HammingIndependence;
import org.initweights.statistics.tests.LinearComplexity;
import org.initweights.statistics.tests.MatrixRank;
import org.initweights.statistics.tests.MaxOfT;
import org.initweights.statistics.tests.Permutation;
import org.initweights.statistics.tests.RandomWalk;
import org.initweights.statistics.tests.SerialOverlapping;
import org.initweights.statistics.tests.SimplePoker;
import org.initweights.statistics.tests.Spectral;
import org.initweights.statistics.tests.WeightDistribution;
import org.initweights.statistics.words.WordSource;

/** Tests that are run one after the other, each on the words that follow those of the one before. */
public record Battery(List<WordTest> tests) {

    private static final List<Integer> LAGS = List.of(1, 2, 3, 16, 64, 256, 512, 1024);

    /** Enough to refuse a generator that is bad, in a second. */
    public static final Battery SMALL = new Battery(List.of(
            new BirthdaySpacings(1, 1 << 17, 2, 24),
            new Collisions(1, 1 << 18, 2, 14),
            new Gap(50_000, 6),
            new SimplePoker(20_000),
            new CouponCollector(20_000, 4),
            new MaxOfT(100_000, 6, 1000),
            new WeightDistribution(10_000, 256, 3),
            new MatrixRank(1000, 64, 32),
            new MatrixRank(1000, 64, 1),
            new HammingIndependence(20_000, 1, 32),
            new HammingIndependence(10_000, 1, 1),
            new RandomWalk(10_000, 2, 32),
            new RandomWalk(10_000, 2, 1),
            new SerialOverlapping(1_000_000, 3, 4),
            new Permutation(100_000, 5),
            new LinearComplexity(500, 1000),
            new Autocorrelation(1_000_000, LAGS),
            new Spectral(4, 1 << 14)));

    /** SmallCrush's ten at its sizes or above, and the most telling of Crush, on a thousand million words. */
    public static final Battery LARGE = new Battery(List.of(
            new BirthdaySpacings(1, 5_000_000, 2, 30),
            new BirthdaySpacings(2, 4_000_000, 4, 15),
            new BirthdaySpacings(2, 4_000_000, 7, 8),
            new Collisions(2, 5_000_000, 2, 17),
            new Collisions(2, 5_000_000, 4, 9),
            new Collisions(2, 2_000_000, 10, 3),
            new Gap(200_000, 8),
            new Gap(2_000_000, 3),
            new SimplePoker(400_000),
            new CouponCollector(500_000, 4),
            new MaxOfT(2_000_000, 6, 100_000),
            new MaxOfT(500_000, 30, 20_000),
            new WeightDistribution(200_000, 256, 3),
            new WeightDistribution(500_000, 64, 1),
            new MatrixRank(50_000, 64, 32),
            new MatrixRank(20_000, 64, 1),
            new MatrixRank(100, 1024, 4),
            new HammingIndependence(5_000_000, 1, 32),
            new HammingIndependence(300_000, 1, 1),
            new HammingIndependence(500_000, 16, 32),
            new RandomWalk(1_000_000, 2, 32),
            new RandomWalk(100_000, 16, 32),
            new RandomWalk(300_000, 2, 1),
            new SerialOverlapping(1 << 26, 2, 10),
            new SerialOverlapping(1 << 26, 5, 4),
            new Permutation(10_000_000, 7),
            new Permutation(5_000_000, 9),
            new LinearComplexity(20_000, 1000),
            new LinearComplexity(40, 50_000),
            new Autocorrelation(1 << 24, LAGS),
            new Spectral(20, 1 << 16)));

    /** Runs all tests one after the other, as the stream is read. */
    public Stream<Outcome> run(WordSource words) {
        return tests.stream().map(test -> Outcome.of(test.toString(), () -> test.run(words)));
    }
}
