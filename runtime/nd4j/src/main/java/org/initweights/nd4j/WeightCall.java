package org.initweights.nd4j;

import java.util.List;
import org.deeplearning4j.nn.weights.IWeightInit;
import org.initweights.Layout;
import org.initweights.TensorShape;

/**
 * How a layer asks for a weight.
 *
 * @param configured the initializer of the layer's configuration
 * @param fanIn the fan that the layer says, which may differ from that of the shape: an embedding says 1
 * @param fanOut the fan that the layer says: a convolution divides it by its stride
 * @param shape the sizes of the weight, with what its axes mean
 */
record WeightCall(IWeightInit configured, double fanIn, double fanOut, TensorShape shape) {

    /** The likeliest first: fans of a stride, or of sizes that are equal, fit several. */
    private static final List<Layout> LAYOUTS =
            List.of(Layout.OUT_IN_SPATIAL, Layout.IN_OUT_SPATIAL, Layout.SPATIAL_IN_OUT);

    /** A call with these sizes. */
    static WeightCall of(IWeightInit configured, double fanIn, double fanOut, long... dims) {
        return new WeightCall(configured, fanIn, fanOut, shape(fanIn, fanOut, dims));
    }

    /**
     * The shape of a weight, with what its axes mean: matrices of Deeplearning4j are {@code [in, out]}, its convolutions {@code [out, in, height,
     * width]}, but transposed ones {@code [in, out, height, width]}, and depthwise ones {@code [height, width, in, multiplier]}. Which it is, the fans tell.
     */
    static TensorShape shape(double fanIn, double fanOut, long... dims) {
        TensorShape shape = TensorShape.of(dims);
        if (shape.rank() < 2) {
            return shape;
        }
        if (shape.rank() == 2) {
            return shape.withLayout(Layout.IN_OUT_SPATIAL);
        }
        List<TensorShape> candidates = LAYOUTS.stream()
                .map(shape::withLayout)
                .filter(each -> each.fans().fanIn() == fanIn)
                .toList();
        return candidates.stream()
                .filter(each -> each.fans().fanOut() == fanOut)
                .findFirst()
                .or(() -> candidates.stream().findFirst())
                .orElse(shape);
    }

    /** Whether the fans of the shape are those that the layer says. */
    boolean hasFansOfShape() {
        return shape.rank() >= 2
                && shape.fans().fanIn() == fanIn
                && shape.fans().fanOut() == fanOut;
    }
}
