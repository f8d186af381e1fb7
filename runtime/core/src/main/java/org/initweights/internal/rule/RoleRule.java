package org.initweights.internal.rule;

import java.util.OptionalDouble;
import org.initweights.TensorShape;

/** A rule that gives a parameter a role in a model that grows. */
public sealed interface RoleRule permits MupRule, MupBranchRule {

    /** The role. */
    MupRole role();

    /** The gain of a matrix, the standard deviation of an embedding or a shared readout, the value of a vector. */
    double scale();

    /** The name of its initializer among {@link org.initweights.Initializers}. */
    String factory();

    /** What the width does. */
    MupRule width();

    /** What the depth does. */
    BranchDepth branch();

    /** What both do to a parameter of this shape: {@code learning rate × 0.25 with Adam}. */
    String scaling(TensorShape shape);

    /** The same for sizes that are not known yet: {@code learning rate × 64 / in with Adam}. */
    String scaling();

    /** The gain by which it scales the signal from layer to layer, if it does. */
    default OptionalDouble gain() {
        return role() == MupRole.INPUT || role() == MupRole.HIDDEN
                ? OptionalDouble.of(scale())
                : OptionalDouble.empty();
    }
}
