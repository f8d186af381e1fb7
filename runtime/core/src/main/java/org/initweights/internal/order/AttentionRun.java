package org.initweights.internal.order;

import java.util.List;
import java.util.Optional;
import org.initweights.Parameter;
import org.initweights.internal.fill.ConstantFill;
import org.initweights.internal.rule.torch.TorchDefaultRule;

/**
 * The parameters that an {@code nn.MultiheadAttention} has besides its out-projection, where they stand together in a list.
 *
 * @param owner the name of the model that they belong to, with a dot; empty for the outermost
 * @param embedding the size of the embedding: the columns of the first projection, packed or not
 */
record AttentionRun(List<Parameter> parameters, String owner, long embedding) {

    /** The attention that begins with the first of these parameters, if one does. */
    static Optional<AttentionRun> startOf(List<Parameter> declared) {
        if (declared.isEmpty() || !isDrawnByAttention(declared.get(0))) {
            return Optional.empty();
        }
        String owner = ownerOf(declared.get(0));
        List<Parameter> own = declared.stream()
                .takeWhile(next -> ownerOf(next).equals(owner) && (isDrawnByAttention(next) || isZeroBias(next)))
                .toList();
        return own.stream()
                .filter(parameter -> parameter.shape().rank() == 2)
                .findFirst()
                .map(projection ->
                        new AttentionRun(own, owner, projection.shape().size(1)));
    }

    private static boolean isDrawnByAttention(Parameter parameter) {
        return TorchDefaultRule.isOfAttention(parameter.initializer());
    }

    private static boolean isZeroBias(Parameter parameter) {
        return parameter.shape().rank() == 1 && parameter.fill() instanceof ConstantFill fill && fill.value() == 0;
    }

    /** How many of these parameters, from the first on, are the out-projection: 0, its weight, or its weight and bias. */
    int outProjectionLength(List<Parameter> declared) {
        if (declared.isEmpty() || !isOutProjection(declared.get(0))) {
            return 0;
        }
        return declared.size() > 1 && isBiasOf(declared.get(0), declared.get(1)) ? 2 : 1;
    }

    private boolean isOutProjection(Parameter weight) {
        String inner =
                weight.name().substring(Math.min(owner.length(), weight.name().length()));
        return weight.name().startsWith(owner)
                && inner.indexOf('.') == inner.lastIndexOf('.')
                && weight.shape().rank() == 2
                && weight.shape().size(0) == embedding
                && weight.shape().size(1) == embedding
                && !isDrawnByAttention(weight);
    }

    private boolean isBiasOf(Parameter weight, Parameter bias) {
        return ownerOf(bias).equals(ownerOf(weight))
                && bias.shape().rank() == 1
                && bias.shape().size(0) == embedding;
    }

    private static String ownerOf(Parameter parameter) {
        return parameter.name().substring(0, parameter.name().lastIndexOf('.') + 1);
    }
}
