package org.initweights;

/**
 * The order of the axes of a weight: which counts output channels, which input channels, and which are positions of a kernel.
 *
 * <p>The layout decides the fans. A matrix of 784 × 128 has fan_in 128 in PyTorch's order and fan_in 784 in the order of Keras.
 *
 * <p>In a grouped layer one of the two channel axes counts the channels of all groups, {@link #wholeAxis}. The other counts the channels
 * of one group, {@link #groupAxis}.
 */
public enum Layout {
    /** {@code [out, in / groups, spatial…]}: PyTorch's linear layers and convolutions. */
    OUT_IN_SPATIAL {
        @Override
        public int outAxis(int rank) {
            return 0;
        }

        @Override
        public int inAxis(int rank) {
            return 1;
        }
    },
    /** {@code [spatial…, in / groups, out]}: Keras, TensorFlow and JAX. */
    SPATIAL_IN_OUT {
        @Override
        public int outAxis(int rank) {
            return rank - 1;
        }

        @Override
        public int inAxis(int rank) {
            return rank - 2;
        }
    },
    /** {@code [in, out / groups, spatial…]}: PyTorch's transposed convolutions. */
    IN_OUT_SPATIAL {
        @Override
        public int outAxis(int rank) {
            return 1;
        }

        @Override
        public int inAxis(int rank) {
            return 0;
        }

        @Override
        public int wholeAxis(int rank) {
            return inAxis(rank);
        }

        @Override
        public int groupAxis(int rank) {
            return outAxis(rank);
        }
    };

    /** The axis of the output channels, from 0, in a weight of {@code rank} dimensions; {@code rank} is 2 or more. */
    public abstract int outAxis(int rank);

    /** The axis of the input channels, from 0, in a weight of {@code rank} dimensions; {@code rank} is 2 or more. */
    public abstract int inAxis(int rank);

    /** The channel axis that counts the channels of all groups, in a weight of {@code rank} dimensions. */
    public int wholeAxis(int rank) {
        return outAxis(rank);
    }

    /** The channel axis that counts the channels of one group, in a weight of {@code rank} dimensions. */
    public int groupAxis(int rank) {
        return inAxis(rank);
    }
}
