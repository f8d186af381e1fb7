package org.initweights.statistics.tests;

import java.util.List;
import org.initweights.statistics.battery.ChiSquare;
import org.initweights.statistics.battery.PValue;
import org.initweights.statistics.battery.WordTest;
import org.initweights.statistics.words.WordSource;

/** How many words it takes until all values of {@code bits} bits have been there. */
public record CouponCollector(int collections, int bits) implements WordTest {

    @Override
    public List<PValue> run(WordSource words) {
        int coupons = 1 << bits;
        long[] counts = new long[40 * coupons];
        for (int i = 0; i < collections; i++) {
            counts[Math.min(collect(words, coupons), counts.length - 1)]++;
        }
        return List.of(ChiSquare.test("lengths", probabilities(coupons, counts.length), counts));
    }

    private int collect(WordSource words, int coupons) {
        long all = -1L >>> (Long.SIZE - coupons);
        int length = 0;
        for (long seen = 0; seen != all && length < 40 * coupons; length++) {
            seen |= 1L << (words.next() >>> (Integer.SIZE - bits));
        }
        return length;
    }

    private static double[] probabilities(int coupons, int lengths) {
        double[] probabilities = new double[lengths];
        double[] missing = new double[coupons + 1];
        missing[coupons] = 1;
        double left = 1;
        for (int length = 1; length < lengths - 1; length++) {
            for (int i = 0; i < coupons; i++) {
                missing[i] = (i == 0 ? 0 : missing[i] * (coupons - i) / coupons) + missing[i + 1] * (i + 1) / coupons;
            }
            missing[coupons] = 0;
            probabilities[length] = missing[0];
            left -= missing[0];
        }
        probabilities[lengths - 1] = Math.max(left, 0);
        return probabilities;
    }
}
