package org.initweights.processor.check;

import java.util.List;
import java.util.stream.IntStream;
import org.initweights.internal.axis.AxisRoles;
import org.initweights.processor.check.WeightsAround.Neighbour;
import org.initweights.processor.expression.Dimension;
import org.initweights.processor.model.ParameterSpec;

/**
 * A parameter that may be no matrix although it has several axes: it holds a value for each channel, which is multiplied by or added to what is in
 * that channel, so that its elements learn apart. The bias of a layer of experts is one, and a factor for each channel of each head.
 */
record ChannelValues(ParameterSpec parameter) {

    /** Whether its axes are one axis in parts: {@code [heads, width / heads]}. */
    boolean areOneAxis() {
        return product(parameter).isOneSize();
    }

    /** Whether it has an element for each of another parameter, which is a vector, or for each output of a weight. */
    boolean areThoseOf(Neighbour other) {
        return isVector(other.parameter())
                ? product(parameter).equals(product(other.parameter()))
                : !other.isConstant() && (areOutputsOf(other.parameter()) || isBiasOf(other.parameter()));
    }

    private boolean areOutputsOf(ParameterSpec weight) {
        List<Dimension> outputs = outputs(weight);
        return !outputs.isEmpty()
                && (outputs.equals(sizes(parameter)) || product(parameter).equals(SizeProduct.of(outputs)));
    }

    /** The sizes of the axes that a product with the inputs leaves. */
    private static List<Dimension> outputs(ParameterSpec weight) {
        int rank = sizes(weight).size();
        AxisRoles<Dimension> roles = weight.shape().roles().given();
        if (rank - roles.stacked() < 2) {
            return List.of();
        }
        List<Integer> inner = roles.inAxes(rank);
        List<Integer> kernel = roles.kernelAxes(rank);
        return IntStream.range(0, rank)
                .filter(axis -> !inner.contains(axis) && !kernel.contains(axis))
                .mapToObj(sizes(weight)::get)
                .toList();
    }

    /** Whether it is called the bias of a weight, as in {@code x · w + b}, and has channels that the weight has. */
    private boolean isBiasOf(ParameterSpec weight) {
        return NameWords.isShortBiasOf(parameter.name(), weight.name())
                && outputs(weight).stream().anyMatch(sizes(parameter)::contains);
    }

    private static boolean isVector(ParameterSpec other) {
        return sizes(other).stream().filter(size -> size.size().orElse(2) != 1).count() == 1;
    }

    private static SizeProduct product(ParameterSpec parameter) {
        return SizeProduct.of(sizes(parameter));
    }

    private static List<Dimension> sizes(ParameterSpec parameter) {
        return parameter.shape().dimensions();
    }
}
