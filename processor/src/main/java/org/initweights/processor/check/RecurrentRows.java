package org.initweights.processor.check;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.initweights.Layer;
import org.initweights.internal.rule.torch.TorchDefaultRule;
import org.initweights.processor.expression.Dimension;
import org.initweights.processor.model.ParameterSpec;
import org.initweights.processor.report.Findings;
import org.initweights.processor.report.Lint;
import org.initweights.processor.resolve.ResolvedModel;

/**
 * The tensors of a recurrent layer have as many rows, all of its gates: PyTorch's rule takes the hidden size from them. An LSTM's
 * projection has not, and so must name another tensor of its layer.
 */
final class RecurrentRows implements Check {

    private static final Set<String> PROJECTION = Set.of("hr", "proj", "projection");
    private static final Pattern TENSOR =
            Pattern.compile("(?i)weights?|kernel|bias(es)?|ih|hh|hr|input|recurrent|hidden|proj(ection)?");

    @Override
    public void check(ResolvedModel model, Findings findings) {
        Map<String, ParameterSpec> first = new HashMap<>();
        for (ParameterSpec parameter : model.spec().parameters()) {
            gates(parameter).ifPresent(gates -> {
                String layer = TENSOR.matcher(parameter.name()).replaceAll("");
                ParameterSpec sister = first.putIfAbsent(layer, parameter);
                if (gates == 4 && NameWords.has(parameter.name(), PROJECTION)) {
                    reportProjection(parameter, Optional.ofNullable(sister), findings);
                } else if (sister != null && rowsDiffer(sister, parameter)) {
                    report(parameter, sister, gates, findings);
                }
            });
        }
    }

    /** How many gates the rows of a parameter are, if they are taken for gates. */
    private static Optional<Integer> gates(ParameterSpec parameter) {
        if (parameter.initializer().weight().isPresent()
                || parameter.shape().dimensions().isEmpty()
                || !(parameter.initializer().start().orElse(null) instanceof TorchDefaultRule rule)) {
            return Optional.empty();
        }
        return switch (rule.layer()) {
            case LSTM -> Optional.of(4);
            case GRU -> Optional.of(3);
            case RNN -> Optional.of(1);
            default -> Optional.empty();
        };
    }

    private static boolean rowsDiffer(ParameterSpec one, ParameterSpec other) {
        return rows(one).size().isPresent()
                && rows(other).size().isPresent()
                && rows(one).size().getAsLong() != rows(other).size().getAsLong();
    }

    private static Dimension rows(ParameterSpec parameter) {
        return parameter
                .shape()
                .dimensions()
                .get(parameter.shape().roles().given().stacked());
    }

    private static void reportProjection(ParameterSpec projection, Optional<ParameterSpec> sister, Findings findings) {
        findings.lint(
                Lint.RECURRENT_ROWS,
                projection.initializer().place(),
                projection.name() + ": " + projection.initializer().display() + " takes the rows of "
                        + projection.shape()
                        + " for 4 · hidden, but those of an LSTM's projection are not; name a tensor of the layer that has 4 · hidden: "
                        + "@TorchDefault(value = " + Layer.LSTM + ", weight = \""
                        + sister.map(ParameterSpec::name).orElse("weight_hh") + "\")");
    }

    private static void report(ParameterSpec parameter, ParameterSpec sister, int gates, Findings findings) {
        String needed = gates == 1 ? "hidden" : gates + " · hidden";
        findings.lint(
                Lint.RECURRENT_ROWS,
                parameter.shape().place(),
                parameter.name() + ": " + parameter.shape() + " has "
                        + rows(parameter).text() + " rows, but "
                        + sister.name() + " " + sister.shape() + " has "
                        + rows(sister).text()
                        + ", and each tensor of the layer has " + needed
                        + "; if this one has not, name one that has with weight = \""
                        + sister.name() + "\"");
    }
}
