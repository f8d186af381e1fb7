package org.initweights.internal.rule.torch;

import org.initweights.Distribution;
import org.initweights.FanMode;
import org.initweights.Layer;
import org.initweights.Nonlinearity;
import org.initweights.TensorShape;
import org.initweights.TorchVersion;
import org.initweights.internal.rule.KaimingRule;

/**
 * {@code nn.Linear} and {@code nn.Conv1d} to {@code 3d}: the weight is Kaiming uniform with a = √5, which is U(±1/√fan_in),
 * and so is the bias. PyTorch 0.4 says U(±1/√n) at once, with a convolution's n not divided by its groups.
 */
record Dense(String name, Layer layer, int leastRank, int mostRank, String axes) implements LayerRule {

    static final Dense LINEAR = new Dense("Linear", Layer.LINEAR, 2, 2, "[out, in]");
    static final Dense CONV = new Dense("Conv", Layer.CONV, 3, 5, "[out, in / groups, k…]");

    private static final KaimingRule WEIGHT =
            new KaimingRule(Distribution.UNIFORM, Math.sqrt(5), FanMode.FAN_IN, Nonlinearity.LEAKY_RELU);

    @Override
    public Derived weight(TensorShape shape, TorchVersion version) {
        LayerRule.checkRank(layer.name(), shape, leastRank, mostRank, axes);
        return version == TorchVersion.V0_4
                ? ungrouped(shape)
                : new Derived(WEIGHT.resolve(shape), "fan_in " + shape.fans().fanIn());
    }

    @Override
    public Derived bias(TensorShape shape, TensorShape weight, TorchVersion version) {
        LayerRule.checkRank(layer.name(), weight, leastRank, mostRank, axes);
        return version == TorchVersion.V0_4
                ? ungrouped(weight)
                : Derived.inverseRoot("fan_in", weight.fans().fanIn());
    }

    private static Derived ungrouped(TensorShape weight) {
        return Derived.inverseRoot("ungrouped fan_in", weight.fans().fanIn() * weight.groups());
    }

    @Override
    public String formula(TorchVersion version) {
        return version == TorchVersion.V0_4 ? "U(±1 / √(ungrouped fan_in))" : "U(±1 / √fan_in)";
    }
}
