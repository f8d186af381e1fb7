package org.initweights;

/**
 * The non-linearity that follows a layer, with the gain that {@code torch.nn.init.calculate_gain} gives it.
 *
 * <p>As in PyTorch, SELU's gain is 3/4; for a self-normalising network take {@link #LINEAR} instead.
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
    LEAKY_RELU(leakyReluGain(0.01)) {
        @Override
        public double gain(double negativeSlope) {
            return leakyReluGain(negativeSlope);
        }
    },
    SELU(0.75);

    private final double gain;

    Nonlinearity(double gain) {
        this.gain = gain;
    }

    /** The recommended gain; for {@link #LEAKY_RELU} that of PyTorch's default negative slope, 0.01. */
    public double gain() {
        return gain;
    }

    /**
     * The recommended gain, given the slope of the negative part.
     *
     * @param negativeSlope the slope of a leaky ReLU below zero; every other non-linearity ignores it, as PyTorch does
     */
    public double gain(double negativeSlope) {
        return gain;
    }

    private static double leakyReluGain(double negativeSlope) {
        return Math.sqrt(2.0 / (1 + negativeSlope * negativeSlope));
    }
}
