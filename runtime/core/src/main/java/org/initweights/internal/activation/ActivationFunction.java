package org.initweights.internal.activation;

import java.util.function.DoubleUnaryOperator;

/**
 * An activation function.
 *
 * @param function f
 * @param derivative f'; at a kink, the one from the left, as in PyTorch
 * @param secondMoment E[f(z)²], z standard normal
 * @param derivativeSecondMoment E[f'(z)²], z standard normal
 */
public record ActivationFunction(
        DoubleUnaryOperator function,
        DoubleUnaryOperator derivative,
        double secondMoment,
        double derivativeSecondMoment) {

    /** With the moments of a function whose only kink, if any, is at 0. */
    static ActivationFunction of(DoubleUnaryOperator function, DoubleUnaryOperator derivative) {
        return new ActivationFunction(
                function, derivative, GaussianMean.ofSquare(function), GaussianMean.ofSquare(derivative));
    }
}
