package org.initweights.internal.rule;

import java.io.Serializable;
import org.initweights.Initializer;
import org.initweights.TensorShape;
import org.initweights.internal.rule.torch.TorchDefaultRule;

/**
 * An initializer of this library, which can also say in words where its numbers come from. Generated code carries these
 * words as comments.
 */
public sealed interface Rule extends Initializer, Serializable
        permits BilinearUpsamplingRule,
                ConstantRule,
                DeltaOrthogonalRule,
                DiracRule,
                EyeRule,
                HippoLegsRule,
                IcnrRule,
                InverseSoftplusLogUniformRule,
                KaimingRule,
                LogRangeRule,
                MupBranchRule,
                MupRule,
                NormalRule,
                OrthogonalRule,
                RoledRule,
                SlicedRule,
                SparseRule,
                SpectralVectorRule,
                TableFunctionRule,
                TableRule,
                TorchDefaultRule,
                TransformedRule,
                TruncNormalRule,
                UniformRule,
                ValuesRule,
                VarianceScalingRule,
                WeightNormGainRule,
                XavierRule,
                ZerORule {

    /** What people call it: {@code Kaiming normal}, {@code ones}. */
    String title();

    /**
     * The derivation for a shape that is known, title first:
     * {@code Kaiming normal, fan_out 3136, gain(relu) √2 → std 0.02525}.
     *
     * @throws org.initweights.InitializationException if this rule does not fit the shape
     */
    String explain(TensorShape shape);

    /** The formula for a shape that is not known yet, title first: {@code Kaiming normal, std = gain(relu) √2 / √fan_out}. */
    String explain();
}
