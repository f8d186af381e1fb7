package org.initweights.report.law;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.initweights.Fill;

/**
 * What a fill says of an element that is picked at random: a mixture of laws, each of which holds for a share of the elements
 * that is certain.
 */
public final class Marginal {

    private final List<Share> shares;
    private final Drawing drawing;
    private final double repeats;

    Marginal(List<Share> shares, Drawing drawing, double repeats) {
        this.shares = List.copyOf(shares);
        this.drawing = drawing;
        this.repeats = repeats;
    }

    /** What {@code fill} says. */
    public static Marginal of(Fill fill) {
        return Marginals.of(fill);
    }

    List<Share> shares() {
        return shares;
    }

    /** How the elements depend on each other. */
    public Drawing drawing() {
        return drawing;
    }

    /** How many times each number that is drawn stands in the tensor. */
    public double repeats() {
        return repeats;
    }

    /** The density at {@code x} of what is drawn; it integrates to the share of the elements that is drawn. */
    public double density(double x) {
        return sum(
                share -> share.weight() == 0 ? 0 : share.weight() * share.law().density(x));
    }

    /** The probability of a value up to {@code x}. */
    public double probability(double x) {
        return sum(share -> share.weight() * share.law().probability(x));
    }

    /** The share of the elements that is not drawn but written. */
    public double fixedShare() {
        return sum(share -> share.law() instanceof FixedLaw ? share.weight() : 0);
    }

    /** The share of the elements that is exactly 0 by intention. */
    public double zeroShare() {
        return sum(
                share -> share.law() instanceof FixedLaw law && law.mean() == 0 && law.std() == 0 ? share.weight() : 0);
    }

    /** The variance of one element about what is certain of it: over the number of elements, that of their mean. */
    public double varianceOfElement() {
        return sum(share -> share.law() instanceof FixedLaw
                ? 0
                : share.weight() * share.law().std() * share.law().std());
    }

    /** The variance of (X - center)² of one element, or an upper bound: over the number of elements, that of the mean of them. */
    public double varianceOfSquare(double center) {
        return sum(share -> share.weight() * share.law().varianceOfSquare(center));
    }

    /** How large the written numbers are, on average over all elements: what rounding them can move the mean by. */
    public double writtenMagnitude() {
        return sum(
                share -> share.law() instanceof FixedLaw law ? share.weight() * (Math.abs(law.mean()) + law.std()) : 0);
    }

    private double sum(ToDoubleFunction<Share> quantity) {
        return shares.stream().mapToDouble(quantity).sum();
    }
}
