package org.initweights.internal.rule.torch;

import org.initweights.InitializationException;
import org.initweights.Layout;
import org.initweights.TensorShape;
import org.initweights.TorchVersion;

/**
 * {@code nn.ConvTranspose1d} to {@code 3d}, whose weight is {@code [in, out / groups, k…]}. PyTorch applies the rule of
 * {@link Dense} by position: its "fan_in" is {@code size(1)} times the kernel, though that axis counts outputs.
 */
record Transposed() implements LayerRule {

    private static final String AXES = "[in, out / groups, k…]";

    @Override
    public String name() {
        return "ConvTranspose";
    }

    @Override
    public Derived weight(TensorShape shape, TorchVersion version) {
        TensorShape positional = positional(shape);
        return version == TorchVersion.V0_4 ? ungrouped(positional) : Dense.CONV.weight(positional, version);
    }

    @Override
    public Derived bias(TensorShape shape, TensorShape weight, TorchVersion version) {
        TensorShape positional = positional(weight);
        return version == TorchVersion.V0_4 ? ungrouped(positional) : Dense.CONV.bias(shape, positional, version);
    }

    private static Derived ungrouped(TensorShape weight) {
        return Derived.inverseRoot("ungrouped fan_in", weight.size(0) * weight.receptiveField());
    }

    private static TensorShape positional(TensorShape weight) {
        LayerRule.checkRank("CONV_TRANSPOSE", weight, 3, 5, AXES);
        if (weight.layout() == Layout.SPATIAL_IN_OUT) {
            throw new InitializationException(
                    "LayerLayout",
                    "torchDefault(CONV_TRANSPOSE)",
                    null,
                    "is a rule for " + AXES + ", but the layout is SPATIAL_IN_OUT; use IN_OUT_SPATIAL");
        }
        return TensorShape.of(weight.dims());
    }

    @Override
    public String formula(TorchVersion version) {
        return version == TorchVersion.V0_4 ? "U(±1 / √(in · kernel))" : "U(±1 / √(size(1) · kernel))";
    }
}
