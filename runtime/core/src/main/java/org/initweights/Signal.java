package org.initweights;

import org.initweights.internal.message.Notation;

/**
 * How one layer scales the variance of a signal: activations on their way forward, gradients on their way back. Over many
 * layers the signal survives if both stay close to 1.
 *
 * <p>The layer takes f(z), z being the outputs of the layer before, standard normal, and f the activation between the two;
 * it gives y = W f(z). As in Glorot and Bengio, 2010, and He, Zhang, Ren and Sun, 2015, the elements of W are taken to be
 * uncorrelated, and so are the gradients by y. A convolution has stride 1, and its borders are left out.
 *
 * @param forward the mean square of y divided by the mean square of z, which is 1
 * @param backward the mean square of the gradient with respect to z, divided by the mean square of the gradient with respect to y
 */
public record Signal(double forward, double backward) {

    /**
     * The factors of a layer: fan_in · E[w²] · E[f(z)²] forward and fan_out · E[w²] · E[f'(z)²] backward, where
     * E[w²] = std² + mean².
     *
     * @param fill what is written to the layer's weight
     * @param fans the fans of that weight
     * @param activation what the outputs of the layer before go through; {@link Nonlinearity#LINEAR} if nothing
     */
    public static Signal of(Fill fill, Fans fans, Nonlinearity activation) {
        double meanSquare = fill.std() * fill.std() + fill.mean() * fill.mean();
        return new Signal(
                fans.fanIn() * meanSquare * activation.secondMoment(),
                fans.fanOut() * meanSquare * activation.derivativeSecondMoment());
    }

    /** The factors of this layer with {@code next} after it: the products. */
    public Signal then(Signal next) {
        return new Signal(forward * next.forward, backward * next.backward);
    }

    /** Such as {@code forward ×1, backward ×0.5}. */
    @Override
    public String toString() {
        return "forward ×" + Notation.number(forward) + ", backward ×" + Notation.number(backward);
    }
}
