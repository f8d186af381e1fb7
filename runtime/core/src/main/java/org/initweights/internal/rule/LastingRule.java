package org.initweights.internal.rule;

import org.initweights.Initializer;
import org.initweights.internal.rule.torch.TorchDefaultRule;

/** Initializers that say more than the fill that they resolve to, so that plans and generated code must keep them. */
public final class LastingRule {

    private LastingRule() {}

    /** Whether it decides an order, as PyTorch's attention does, or how the parameter learns, as a role of µP does. */
    public static boolean isOne(Initializer initializer) {
        return TorchDefaultRule.isOfAttention(initializer) || MupRoles.areIn(initializer);
    }
}
