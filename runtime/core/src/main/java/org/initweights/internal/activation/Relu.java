package org.initweights.internal.activation;

/** max(x, 0), and with a slope below zero as well, which Maas, Hannun and Ng, 2013, call leaky. */
public final class Relu {

    public static final ActivationFunction RELU =
            new ActivationFunction(x -> Math.max(x, 0), x -> x > 0 ? 1 : 0, 0.5, 0.5);

    /** The slope of a leaky ReLU below zero that PyTorch takes if it is told none. */
    public static final double DEFAULT_SLOPE = 0.01;

    private Relu() {}

    /** x above 0, slope · x below. */
    public static ActivationFunction leaky(double slope) {
        double meanSquare = (1 + slope * slope) / 2;
        return new ActivationFunction(x -> x > 0 ? x : slope * x, x -> x > 0 ? 1 : slope, meanSquare, meanSquare);
    }
}
