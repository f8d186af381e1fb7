package org.initweights;

/** Which fan an initializer divides by. */
public enum FanMode {
    /** The inputs of one unit: keeps the variance of activations in the forward pass. */
    FAN_IN {
        @Override
        public double of(Fans fans) {
            return fans.fanIn();
        }
    },
    /** The outputs that one input feeds: keeps the variance of gradients in the backward pass. */
    FAN_OUT {
        @Override
        public double of(Fans fans) {
            return fans.fanOut();
        }
    },
    /** The arithmetic mean of both, as Glorot and Bengio propose. */
    FAN_AVG {
        @Override
        public double of(Fans fans) {
            return (fans.fanIn() + fans.fanOut()) / 2.0;
        }
    },
    /** The geometric mean of both, as {@code jax.nn.initializers} offers. */
    FAN_GEO_AVG {
        @Override
        public double of(Fans fans) {
            return Math.sqrt((double) fans.fanIn() * fans.fanOut());
        }
    };

    /** The number that this mode takes from the two fans of a shape. */
    public abstract double of(Fans fans);
}
