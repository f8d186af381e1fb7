package org.initweights.processor.check;

import java.util.EnumSet;
import java.util.Set;
import org.initweights.Layer;
import org.initweights.TorchVersion;
import org.initweights.internal.rule.torch.TorchDefaultRule;
import org.initweights.processor.model.ModelSpec;
import org.initweights.processor.model.ParameterSpec;
import org.initweights.processor.report.Findings;
import org.initweights.processor.report.Lint;
import org.initweights.processor.resolve.ResolvedModel;

/** The bias of a normalisation names its weight; else it gets the rule of the weight, which is 1. */
final class NormalizationBias implements Check {

    private static final Set<Layer> NORMALIZATIONS = EnumSet.of(Layer.BATCH_NORM, Layer.LAYER_NORM, Layer.GROUP_NORM);

    @Override
    public void check(ResolvedModel model, Findings findings) {
        for (ParameterSpec parameter : model.spec().parameters()) {
            if (NameWords.isBias(parameter.name())
                    && parameter.initializer().weight().isEmpty()
                    && parameter.initializer().start().orElse(null) instanceof TorchDefaultRule rule
                    && NORMALIZATIONS.contains(rule.layer())) {
                report(parameter, rule, model.spec(), findings);
            }
        }
    }

    private static void report(ParameterSpec bias, TorchDefaultRule rule, ModelSpec model, Findings findings) {
        String start = rule.layer() == Layer.BATCH_NORM && rule.version() == TorchVersion.V0_4 ? "U[0, 1)" : "1";
        String weight = bias.name().replace("bias", "weight").replace("Bias", "Weight");
        String named = model.parameter(weight).isPresent() && !weight.equals(bias.name()) ? weight : "…";
        findings.lint(
                Lint.NORMALIZATION_BIAS,
                bias.initializer().place(),
                bias.name() + ": " + bias.initializer().display()
                        + " without weight is the rule of the weight, which starts as "
                        + start
                        + ", but this is a bias by its name, and PyTorch's starts as 0; use @TorchDefault(value = "
                        + rule.layer() + ", weight = \"" + named + "\")");
    }
}
