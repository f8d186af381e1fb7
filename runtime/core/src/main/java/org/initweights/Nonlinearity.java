package org.initweights;

import org.initweights.internal.activation.Activation;
import org.initweights.internal.activation.ExponentialLinear;
import org.initweights.internal.activation.Gelu;
import org.initweights.internal.activation.Identity;
import org.initweights.internal.activation.Mish;
import org.initweights.internal.activation.Relu;
import org.initweights.internal.activation.Sigmoid;
import org.initweights.internal.activation.Silu;
import org.initweights.internal.activation.Softplus;
import org.initweights.internal.activation.Tanh;

/**
 * The non-linearity that follows a layer, with the gain that {@code torch.nn.init.calculate_gain} gives it.
 *
 * <p>As in PyTorch, SELU's gain is 3/4; for a self-normalising network take {@link #LINEAR} instead. Those that PyTorch
 * gives no gain, from {@link #GELU} on, have 1 / √E[f(z)²], z standard normal: the gain that keeps the variance of the
 * forward pass, as √2 does with ReLU.
 */
public enum Nonlinearity {
    LINEAR(1),
    CONV1D(1),
    CONV2D(1),
    CONV3D(1),
    CONV_TRANSPOSE1D(1),
    CONV_TRANSPOSE2D(1),
    CONV_TRANSPOSE3D(1),
    SIGMOID(1),
    TANH(5.0 / 3.0),
    RELU(Math.sqrt(2.0)),
    LEAKY_RELU(leakyReluGain(Relu.DEFAULT_SLOPE)) {
        @Override
        public double gain(double negativeSlope) {
            return leakyReluGain(negativeSlope);
        }
    },
    SELU(0.75),
    /** x · Φ(x) itself, not its approximation by tanh. */
    GELU,
    /** x · sigmoid(x), also called swish. */
    SILU,
    /** With alpha 1. */
    ELU,
    SOFTPLUS,
    MISH;

    /** NaN if it follows from the function. */
    private final double gain;

    Nonlinearity(double gain) {
        this.gain = gain;
    }

    Nonlinearity() {
        this(Double.NaN);
    }

    /** The recommended gain; for {@link #LEAKY_RELU} the gain of PyTorch's default negative slope, 0.01. */
    public double gain() {
        return Double.isNaN(gain) ? 1 / Math.sqrt(secondMoment()) : gain;
    }

    /**
     * The recommended gain, given the slope of the negative part.
     *
     * @param negativeSlope the slope of a leaky ReLU below zero; every other non-linearity ignores it, as PyTorch does
     */
    public double gain(double negativeSlope) {
        return gain();
    }

    /** The function, f(x); {@link #LEAKY_RELU} has the slope 0.01 below zero. */
    public double apply(double x) {
        return apply(x, Relu.DEFAULT_SLOPE);
    }

    /** The function, given the slope of a leaky ReLU below zero. */
    public double apply(double x, double negativeSlope) {
        return activation(negativeSlope).function().applyAsDouble(x);
    }

    /** The derivative, f'(x); at a kink the one from the left, as in PyTorch: ReLU has 0 at 0. */
    public double derivative(double x) {
        return derivative(x, Relu.DEFAULT_SLOPE);
    }

    /** The derivative, given the slope of a leaky ReLU below zero. */
    public double derivative(double x, double negativeSlope) {
        return activation(negativeSlope).derivative().applyAsDouble(x);
    }

    /** E[f(z)²], z standard normal: 1/2 for ReLU. */
    public double secondMoment() {
        return secondMoment(Relu.DEFAULT_SLOPE);
    }

    /** E[f(z)²], given the slope of a leaky ReLU below zero. */
    public double secondMoment(double negativeSlope) {
        return activation(negativeSlope).secondMoment();
    }

    /** E[f'(z)²], z standard normal: 1/2 for ReLU. */
    public double derivativeSecondMoment() {
        return derivativeSecondMoment(Relu.DEFAULT_SLOPE);
    }

    /** E[f'(z)²], given the slope of a leaky ReLU below zero. */
    public double derivativeSecondMoment(double negativeSlope) {
        return activation(negativeSlope).derivativeSecondMoment();
    }

    private Activation activation(double negativeSlope) {
        return switch (this) {
            case LINEAR, CONV1D, CONV2D, CONV3D, CONV_TRANSPOSE1D, CONV_TRANSPOSE2D, CONV_TRANSPOSE3D ->
                Identity.IDENTITY;
            case SIGMOID -> Sigmoid.SIGMOID;
            case TANH -> Tanh.TANH;
            case RELU -> Relu.RELU;
            case LEAKY_RELU -> Relu.leaky(negativeSlope);
            case SELU -> ExponentialLinear.SELU;
            case GELU -> Gelu.GELU;
            case SILU -> Silu.SILU;
            case ELU -> ExponentialLinear.ELU;
            case SOFTPLUS -> Softplus.SOFTPLUS;
            case MISH -> Mish.MISH;
        };
    }

    private static double leakyReluGain(double negativeSlope) {
        return Math.sqrt(2.0 / (1 + negativeSlope * negativeSlope));
    }
}
