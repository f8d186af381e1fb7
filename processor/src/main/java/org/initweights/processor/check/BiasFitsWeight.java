package org.initweights.processor.check;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.initweights.Layer;
import org.initweights.Layout;
import org.initweights.internal.rule.torch.TorchDefaultRule;
import org.initweights.processor.expression.Dimension;
import org.initweights.processor.model.ModelSpec;
import org.initweights.processor.model.ParameterSpec;
import org.initweights.processor.report.Findings;
import org.initweights.processor.report.Lint;
import org.initweights.processor.resolve.ResolvedModel;

/** A bias has one element for each out channel of its weight. */
final class BiasFitsWeight implements Check {

    private static final Set<Layer> HAVE_BIASES = EnumSet.of(
            Layer.LINEAR, Layer.CONV, Layer.CONV_TRANSPOSE, Layer.BILINEAR, Layer.RNN, Layer.LSTM, Layer.GRU);

    @Override
    public void check(ResolvedModel model, Findings findings) {
        for (ParameterSpec bias : model.spec().parameters()) {
            if (bias.shape().dimensions().size() == 1) {
                weight(bias, model.spec())
                        .filter(weight -> weight.shape().dimensions().size() >= 2)
                        .filter(weight -> weight.shape().roles().given().stacked() == 0
                                && weight.shape().roles().given().axes().isEmpty()
                                && weight.shape().roles().isKnown())
                        .filter(weight -> contradicts(bias, weight))
                        .ifPresent(weight -> report(bias, weight, findings));
            }
        }
    }

    private static void report(ParameterSpec bias, ParameterSpec weight, Findings findings) {
        findings.lint(
                Lint.DIMENSION_CONFLICT,
                bias.shape().place(),
                bias.name() + ": " + bias.shape() + " is not one element for each out channel of " + weight.name() + " "
                        + weight.shape() + "; use [" + out(weight).text() + "]"
                        + (layout(weight) == Layout.OUT_IN_SPATIAL
                                ? ", or say with layout that the out channels of " + weight.name() + " are elsewhere"
                                : ""),
                weight.shape().place(),
                weight.name() + ": " + weight.shape() + " is contradicted by " + bias.name() + " " + bias.shape());
    }

    /** The weight that a bias names in its initializer, or by its own name. */
    private static Optional<ParameterSpec> weight(ParameterSpec bias, ModelSpec model) {
        if (bias.initializer().start().orElse(null) instanceof TorchDefaultRule rule
                && !HAVE_BIASES.contains(rule.layer())) {
            return Optional.empty();
        }
        return bias.initializer()
                .weight()
                .flatMap(shape -> model.parameters().stream()
                        .filter(parameter -> parameter.shape().equals(shape))
                        .findFirst())
                .or(() -> namesake(bias.name()).flatMap(model::parameter));
    }

    /** {@code fc1Bias} belongs to {@code fc1Weight}. */
    private static Optional<String> namesake(String bias) {
        String weight = bias.replace("bias", "weight").replace("Bias", "Weight");
        return weight.equals(bias) ? Optional.empty() : Optional.of(weight);
    }

    private static boolean contradicts(ParameterSpec bias, ParameterSpec weight) {
        Dimension size = bias.shape().dimensions().get(0);
        Dimension out = out(weight);
        long groups = layout(weight) == Layout.IN_OUT_SPATIAL
                ? weight.shape().roles().given().groups().size().orElseThrow()
                : 1;
        if (size.size().isPresent() && out.size().isPresent()) {
            return size.size().getAsLong() != out.size().getAsLong() * groups;
        }
        // Sizes that are not known may be equal under two names; the name of the wrong axis is no accident.
        return groups == 1
                && !size.text().equals(out.text())
                && size.text().equals(in(weight).text());
    }

    private static Layout layout(ParameterSpec weight) {
        boolean transposed = weight.initializer().start().orElse(null) instanceof TorchDefaultRule rule
                && rule.layer() == Layer.CONV_TRANSPOSE;
        return transposed
                ? Layout.IN_OUT_SPATIAL
                : weight.shape().roles().given().layout();
    }

    private static Dimension out(ParameterSpec weight) {
        int rank = weight.shape().dimensions().size();
        return weight.shape().dimensions().get(layout(weight).outAxis(rank));
    }

    private static Dimension in(ParameterSpec weight) {
        int rank = weight.shape().dimensions().size();
        return weight.shape().dimensions().get(layout(weight).inAxis(rank));
    }
}
