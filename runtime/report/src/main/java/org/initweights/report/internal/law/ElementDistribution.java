package org.initweights.report.internal.law;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.initweights.Fill;
import org.initweights.internal.values.KnownElements;

/**
 * The distribution of one element that is picked at random from a tensor: the marginal distribution that a fill gives its elements. It is a
 * mixture of laws. Half of the elements may be normal, for example, and half exactly 0.
 */
public final class ElementDistribution {

    private final List<WeightedLaw> laws;
    private final Dependence dependence;
    private final double repeats;

    ElementDistribution(List<WeightedLaw> laws, Dependence dependence, double repeats) {
        this.laws = List.copyOf(laws);
        this.dependence = dependence;
        this.repeats = repeats;
    }

    /** The distribution of the elements that {@code fill} writes. */
    public static ElementDistribution of(Fill fill) {
        return DistributionOfFill.of(fill);
    }

    List<WeightedLaw> laws() {
        return laws;
    }

    /** Whether mean and standard deviation of a fill are known before its elements are; of what begins with a stored tensor they are not. */
    public static boolean hasMoments(Fill fill) {
        return !Double.isNaN(fill.mean());
    }

    /**
     * Whether a test of mean and standard deviation says anything of a fill: they are known, and come from more than looking at each element,
     * with which all elements are compared anyway.
     */
    public static boolean isTestedByMoments(Fill fill) {
        return !(fill instanceof KnownElements) && hasMoments(fill);
    }

    /** How the elements depend on each other. */
    public Dependence dependence() {
        return dependence;
    }

    /** How many elements each number that is drawn is written to; 1 unless the fill repeats what it draws. */
    public double repeats() {
        return repeats;
    }

    /** The density at {@code x} of what is drawn; it integrates to the share of the elements that is drawn. */
    public double density(double x) {
        return sum(one -> one.weight() == 0 ? 0 : one.weight() * one.law().density(x));
    }

    /** The probability of a value up to {@code x}. */
    public double probability(double x) {
        return sum(one -> one.weight() * one.law().probability(x));
    }

    /** The share of the elements that is not drawn but written. */
    public double fixedShare() {
        return sum(one -> one.law() instanceof FixedLaw ? one.weight() : 0);
    }

    /** The share of the elements that is exactly 0 by intention. */
    public double zeroShare() {
        return sum(one -> one.law() instanceof FixedLaw law && law.mean() == 0 && law.std() == 0 ? one.weight() : 0);
    }

    /**
     * The variance of one element by chance alone, to which numbers that are written and not drawn add nothing. Times
     * {@link #repeats()}, and divided by the number of elements, it is the variance of the mean of the tensor.
     */
    public double varianceOfElement() {
        return sum(one -> one.law() instanceof FixedLaw
                ? 0
                : one.weight() * one.law().std() * one.law().std());
    }

    /**
     * The variance of (X - center)² of one element X, or an upper bound. Times {@link #repeats()}, and divided by the number of
     * elements, it is the variance of the mean of these squares.
     */
    public double varianceOfSquare(double center) {
        return sum(one -> one.weight() * one.law().varianceOfSquare(center));
    }

    /** The mean magnitude of what is written and not drawn, over all elements. Rounding moves the mean by a small part of it. */
    public double writtenMagnitude() {
        return sum(one -> one.law() instanceof FixedLaw law ? one.weight() * (Math.abs(law.mean()) + law.std()) : 0);
    }

    private double sum(ToDoubleFunction<WeightedLaw> quantity) {
        return laws.stream().mapToDouble(quantity).sum();
    }
}
