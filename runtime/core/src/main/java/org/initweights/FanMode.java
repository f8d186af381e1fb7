package org.initweights;

/**
 * Which fan an initializer divides by. A fan counts the connections of a unit; {@link TensorShape#fans} says how.
 *
 * <p>A larger fan gives smaller weights, so that a sum over many inputs has the same variance as a sum over few.
 */
public enum FanMode {
    /** The number of inputs that one output sums over. It keeps the variance of the activations in the forward pass. */
    FAN_IN {
        @Override
        public double of(Fans fans) {
            return fans.fanIn();
        }
    },
    /** The number of outputs that one input feeds. It keeps the variance of the gradients in the backward pass. */
    FAN_OUT {
        @Override
        public double of(Fans fans) {
            return fans.fanOut();
        }
    },
    /** The arithmetic mean of both fans, (fan_in + fan_out) / 2, as Glorot and Bengio propose. */
    FAN_AVG {
        @Override
        public double of(Fans fans) {
            return (fans.fanIn() + fans.fanOut()) / 2.0;
        }
    },
    /** The geometric mean of both fans, √(fan_in · fan_out), as {@code jax.nn.initializers} offers it. */
    FAN_GEO_AVG {
        @Override
        public double of(Fans fans) {
            return Math.sqrt((double) fans.fanIn() * fans.fanOut());
        }
    };

    /** The number to divide by, given the two fans of a shape. */
    public abstract double of(Fans fans);
}
