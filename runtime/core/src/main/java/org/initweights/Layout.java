package org.initweights;

/**
 * Which axis of a weight is which. Fans follow the roles of the axes, not their positions.
 *
 * <p>In a grouped layer one of the two channel axes is whole and the other counts the channels of one group.
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

    /** The axis of the output channels in a weight of {@code rank} dimensions, at least two. */
    public abstract int outAxis(int rank);

    /** The axis of the input channels in a weight of {@code rank} dimensions, at least two. */
    public abstract int inAxis(int rank);

    /** The channel axis that runs over all groups. */
    public int wholeAxis(int rank) {
        return outAxis(rank);
    }

    /** The channel axis that counts the channels of one group. */
    public int groupAxis(int rank) {
        return inAxis(rank);
    }
}
