package org.initweights.processor.check;

import java.util.Optional;
import org.initweights.Layer;
import org.initweights.Layout;
import org.initweights.internal.rule.torch.TorchDefaultRule;
import org.initweights.processor.model.ParameterSpec;
import org.initweights.processor.model.ShapeSpec;
import org.initweights.processor.report.Findings;
import org.initweights.processor.report.Lint;
import org.initweights.processor.resolve.ResolvedModel;

/** A layout that the user declares must be the layout of the layer which the initializer names. */
final class LayoutFitsLayer implements Check {

    @Override
    public void check(ResolvedModel model, Findings findings) {
        for (ParameterSpec parameter : model.spec().parameters()) {
            if (parameter.initializer().start().orElse(null) instanceof TorchDefaultRule rule) {
                ShapeSpec weight = parameter.initializer().weight().orElse(parameter.shape());
                check(parameter.name(), weight, rule.layer(), findings);
            }
        }
    }

    private static void check(String name, ShapeSpec weight, Layer layer, Findings findings) {
        Layout layout = weight.roles().given().layout();
        expected(layer)
                .filter(expected -> weight.roles().given().axes().isEmpty()
                        && expected != layout
                        && weight.roles().declared())
                .ifPresent(expected -> findings.lint(
                        Lint.LAYER_AXES,
                        weight.layoutPlace(),
                        name + ": PyTorch's " + layer + " lays out its weight as " + expected + ", but this layout is "
                                + layout + "; use layout = " + expected + ", or an initializer that names no layer"));
    }

    private static Optional<Layout> expected(Layer layer) {
        return switch (layer) {
            case LINEAR, CONV, BILINEAR, RNN, LSTM, GRU, MULTIHEAD_ATTENTION -> Optional.of(Layout.OUT_IN_SPATIAL);
            case CONV_TRANSPOSE -> Optional.of(Layout.IN_OUT_SPATIAL);
            case BATCH_NORM, LAYER_NORM, GROUP_NORM, EMBEDDING -> Optional.empty();
        };
    }
}
