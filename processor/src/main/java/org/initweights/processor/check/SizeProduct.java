package org.initweights.processor.check;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.initweights.internal.expression.Operator;
import org.initweights.processor.expression.Dimension;
import org.initweights.processor.expression.Term;

/**
 * Sizes multiplied, in a form that is the same for the same number: {@code heads * (width / heads)} is {@code width}.
 *
 * @param times what is known of it
 * @param dividedBy by what that is divided, without a common factor
 * @param powers how often each of the others is a factor; negative where it divides
 */
record SizeProduct(BigInteger times, BigInteger dividedBy, Map<Term, Integer> powers) {

    static SizeProduct of(List<Dimension> sizes) {
        Factors factors = new Factors();
        sizes.forEach(size -> factors.add(size.term(), 1));
        return factors.product();
    }

    /** Whether it is one size of the model, and not several. */
    boolean isOneSize() {
        return times.equals(BigInteger.ONE)
                && dividedBy.equals(BigInteger.ONE)
                && List.copyOf(powers.values()).equals(List.of(1));
    }

    /** Factors as they are found. */
    private static final class Factors {

        private final Map<Term, Integer> powers = new HashMap<>();
        private BigInteger times = BigInteger.ONE;
        private BigInteger dividedBy = BigInteger.ONE;

        /**
         * Adds a factor.
         *
         * @param power -1 if it divides
         */
        private void add(Term term, int power) {
            if (term instanceof Term.Whole whole) {
                add(BigInteger.valueOf(whole.value()), power);
            } else if (term instanceof Term.Size size) {
                add(size.dimension().term(), power);
            } else if (term instanceof Term.Binary binary && isProduct(binary)) {
                add(binary.left(), power);
                add(binary.right(), binary.operator() == Operator.TIMES ? power : -power);
            } else {
                powers.merge(term, power, Integer::sum);
            }
        }

        private static boolean isProduct(Term.Binary binary) {
            return binary.operator() == Operator.TIMES || binary.operator() == Operator.EXACTLY_DIVIDED_BY;
        }

        private void add(BigInteger known, int power) {
            if (power > 0) {
                times = times.multiply(known);
            } else {
                dividedBy = dividedBy.multiply(known);
            }
        }

        private SizeProduct product() {
            powers.values().removeIf(power -> power == 0);
            BigInteger common = times.gcd(dividedBy).max(BigInteger.ONE);
            return new SizeProduct(times.divide(common), dividedBy.divide(common), Map.copyOf(powers));
        }
    }
}
