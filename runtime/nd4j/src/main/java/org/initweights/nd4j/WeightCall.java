package org.initweights.nd4j;

import org.deeplearning4j.nn.weights.IWeightInit;
import org.initweights.Fans;
import org.initweights.Layout;
import org.initweights.TensorShape;

/**
 * How a layer asks for a weight.
 *
 * @param configured the initializer of the layer's configuration
 * @param fanIn the fan that the layer says, which may differ from that of the shape: an embedding says 1
 * @param fanOut the fan that the layer says: a convolution divides it by its stride
 * @param dims the sizes of the weight
 */
record WeightCall(IWeightInit configured, double fanIn, double fanOut, long[] dims) {

    /** The shape, with what its axes mean. */
    TensorShape shape() {
        return shape(fanIn, dims);
    }

    /**
     * The shape of a weight, with what its axes mean: matrices of Deeplearning4j are {@code [in, out]}, its convolutions
     * {@code [out, in, height, width]}, and its transposed convolutions {@code [in, out, height, width]}, which their fan tells.
     */
    static TensorShape shape(double fanIn, long... dims) {
        TensorShape shape = TensorShape.of(dims);
        return isInputFirst(fanIn, shape) ? shape.withLayout(Layout.IN_OUT_SPATIAL) : shape;
    }

    private static boolean isInputFirst(double fanIn, TensorShape shape) {
        if (shape.rank() <= 2) {
            return shape.rank() == 2;
        }
        Fans fans = shape.fans();
        return fans.fanIn() != fanIn && fans.fanOut() == fanIn;
    }

    /** Whether the fans of the shape are those that the layer says. */
    boolean hasFansOfShape() {
        TensorShape shape = shape();
        return shape.rank() >= 2
                && shape.fans().fanIn() == fanIn
                && shape.fans().fanOut() == fanOut;
    }
}
