package org.initweights;

import org.initweights.internal.activation.ActivationFunction;
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
 * A non-linearity between two layers, with its gain: the factor on the weights that makes up for what it does to the signal.
 *
 * <p>The gains up to {@link #SELU} come from {@code torch.nn.init.calculate_gain}. PyTorch has none for {@link #GELU} and the
 * functions after it; theirs is 1 / √E[f(z)²] for a standard normal z. This keeps the variance in the forward pass, as √2 does for
 * ReLU.
 */
public enum Nonlinearity {
    /** f(x) = x; gain 1. A self-normalising network with SELU takes this gain. */
    LINEAR(1),
    /** f(x) = x; gain 1. PyTorch counts layers among its non-linearities, under these names. */
    CONV1D(1),
    /** As {@link #CONV1D}. */
    CONV2D(1),
    /** As {@link #CONV1D}. */
    CONV3D(1),
    /** As {@link #CONV1D}. */
    CONV_TRANSPOSE1D(1),
    /** As {@link #CONV1D}. */
    CONV_TRANSPOSE2D(1),
    /** As {@link #CONV1D}. */
    CONV_TRANSPOSE3D(1),
    /** f(x) = 1 / (1 + exp(-x)); gain 1. */
    SIGMOID(1),
    /** The hyperbolic tangent; gain 5/3. */
    TANH(5.0 / 3.0),
    /** f(x) = max(0, x); gain √2. */
    RELU(Math.sqrt(2.0)),
    /** f(x) = x above 0 and slope · x below; gain √(2 / (1 + slope²)). The slope is 0.01 where none is given. */
    LEAKY_RELU(leakyReluGain(Relu.DEFAULT_SLOPE)) {
        @Override
        public double gain(double negativeSlope) {
            return leakyReluGain(negativeSlope);
        }
    },
    /** The scaled exponential linear unit; gain 3/4. A self-normalising network needs the gain of {@link #LINEAR} instead. */
    SELU(0.75),
    /** f(x) = x · Φ(x), with the normal distribution function Φ itself, not its approximation by tanh. */
    GELU,
    /** f(x) = x · sigmoid(x), also called swish. */
    SILU,
    /** The exponential linear unit with α = 1: f(x) = x above 0 and exp(x) - 1 below. */
    ELU,
    /** f(x) = ln(1 + exp(x)). */
    SOFTPLUS,
    /** f(x) = x · tanh(softplus(x)). */
    MISH;

    /** NaN if it follows from the function. */
    private final double gain;

    Nonlinearity(double gain) {
        this.gain = gain;
    }

    Nonlinearity() {
        this(Double.NaN);
    }

    /** The gain; {@link #LEAKY_RELU} takes PyTorch's default slope, 0.01. */
    public double gain() {
        return Double.isNaN(gain) ? 1 / Math.sqrt(secondMoment()) : gain;
    }

    /**
     * The gain, given the slope of a leaky ReLU.
     *
     * @param negativeSlope the slope of {@link #LEAKY_RELU} below zero; the others ignore it, as in PyTorch
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

    /** The derivative f'(x). At a kink it is the derivative from the left, as in PyTorch: ReLU has 0 at 0. */
    public double derivative(double x) {
        return derivative(x, Relu.DEFAULT_SLOPE);
    }

    /** The derivative, given the slope of a leaky ReLU below zero. */
    public double derivative(double x, double negativeSlope) {
        return activation(negativeSlope).derivative().applyAsDouble(x);
    }

    /** The mean of f(z)² for a standard normal z: 1/2 for ReLU. */
    public double secondMoment() {
        return secondMoment(Relu.DEFAULT_SLOPE);
    }

    /** The mean of f(z)² for a standard normal z, given the slope of a leaky ReLU below zero. */
    public double secondMoment(double negativeSlope) {
        return activation(negativeSlope).secondMoment();
    }

    /** The mean of f'(z)² for a standard normal z: 1/2 for ReLU. */
    public double derivativeSecondMoment() {
        return derivativeSecondMoment(Relu.DEFAULT_SLOPE);
    }

    /** The mean of f'(z)² for a standard normal z, given the slope of a leaky ReLU below zero. */
    public double derivativeSecondMoment(double negativeSlope) {
        return activation(negativeSlope).derivativeSecondMoment();
    }

    private ActivationFunction activation(double negativeSlope) {
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
