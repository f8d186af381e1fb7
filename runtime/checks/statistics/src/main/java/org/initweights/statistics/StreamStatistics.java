package org.initweights.statistics;

import java.util.List;
import java.util.PrimitiveIterator;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.initweights.statistics.battery.Battery;
import org.initweights.statistics.battery.BitOrder;
import org.initweights.statistics.battery.Outcome;
import org.initweights.statistics.streams.Across;
import org.initweights.statistics.streams.StreamTest;
import org.initweights.statistics.words.WordSelection;
import org.initweights.statistics.words.WordSource;

/**
 * Tests the seeded streams: the large battery on each selection of words, and the tests across streams and of the values. It ends with
 * status 1 if anything failed.
 */
public final class StreamStatistics {

    /** Streams begin from this seed, and the repetitions of suspect tests across streams from those that follow at this distance. */
    private static final long SEED = 42;

    private static final long NEXT_SEED = 1L << 32;

    private StreamStatistics() {}

    /**
     * Runs all sections, or those that are named.
     *
     * @param arguments names of selections, or of groups of tests across streams
     */
    public static void main(String[] arguments) {
        int failed = 0;
        for (String section : arguments.length > 0 ? List.of(arguments) : all()) {
            try (Report report = new Report(section)) {
                run(section, report);
                failed += report.failed();
            }
        }
        System.exit(failed > 0 ? 1 : 0);
    }

    private static List<String> all() {
        return Stream.<Enum<?>>concat(Stream.of(Across.values()), Stream.of(WordSelection.values()))
                .map(Enum::toString)
                .toList();
    }

    private static void run(String section, Report report) {
        Across.named(section).ifPresentOrElse(group -> run(group, report), () -> run(WordSelection.named(section), report));
    }

    private static void run(WordSelection selection, Report report) {
        WordSource words = selection.open(SEED).words();
        for (BitOrder order : BitOrder.values()) {
            Battery.LARGE.run(order.of(words)).forEach(outcome -> report.add(order.toString(), outcome));
        }
    }

    private static void run(Across group, Report report) {
        for (StreamTest test : group.tests()) {
            PrimitiveIterator.OfLong seeds =
                    LongStream.iterate(SEED, seed -> seed + NEXT_SEED).iterator();
            report.add(group.toString(), Outcome.of(test.toString(), () -> test.run(seeds.nextLong())));
        }
    }
}
