package org.initweights;

import org.initweights.internal.message.Notation;

/**
 * By how much one layer multiplies the variance of a signal: of activations on their way forward, of gradients on their way back. The
 * signal survives many layers if both factors stay close to 1.
 *
 * <p>The model of a layer is y = W f(z), where z are the outputs of the layer before, taken to be standard normal, and f is the
 * activation between the two layers. As in Glorot and Bengio, 2010, and He, Zhang, Ren and Sun, 2015, the elements of W are taken to be
 * uncorrelated, and so are the gradients by y. A convolution has stride 1, and its borders are left out.
 *
 * @param forward the mean of y²; the mean of z² is 1
 * @param backward the mean square of the gradient by z, divided by the mean square of the gradient by y
 */
public record Signal(double forward, double backward) {

    /**
     * The factors of a layer: fan_in · E[w²] · E[f(z)²] forward and fan_out · E[w²] · E[f'(z)²] backward, where
     * E[w²] = std² + mean².
     *
     * @param fill what is written to the layer's weight
     * @param fans the fans of that weight
     * @param activation the activation between the layer before and this one; {@link Nonlinearity#LINEAR} if there is none
     */
    public static Signal of(Fill fill, Fans fans, Nonlinearity activation) {
        double meanSquare = fill.std() * fill.std() + fill.mean() * fill.mean();
        return new Signal(
                fans.fanIn() * meanSquare * activation.secondMoment(),
                fans.fanOut() * meanSquare * activation.derivativeSecondMoment());
    }

    /** The factors of this layer and {@code next} after it, together: their products. */
    public Signal then(Signal next) {
        return new Signal(forward * next.forward, backward * next.backward);
    }

    /** Such as {@code forward ×1, backward ×0.5}. */
    @Override
    public String toString() {
        return "forward ×" + Notation.measured(forward) + ", backward ×" + Notation.measured(backward);
    }
}
