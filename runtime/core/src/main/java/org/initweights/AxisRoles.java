package org.initweights;

import java.util.Optional;

/**
 * What the axes of a shape mean.
 *
 * @param layout the order of the axes; not used where {@code axes} is present
 * @param axes the axes of inputs, outputs and batch, where no layout describes them
 * @param groups into how many groups the channels are split
 * @param packed how many weights lie side by side along the out axis
 * @param stacked how many leading axes count separate weights
 */
record AxisRoles(Layout layout, Optional<Axes> axes, int groups, int packed, int stacked) {

    /** One weight without groups, in PyTorch's order. */
    static final AxisRoles USUAL = new AxisRoles(Layout.OUT_IN_SPATIAL, Optional.empty(), 1, 1, 0);

    AxisRoles with(Layout other) {
        return new AxisRoles(other, axes, groups, packed, stacked);
    }

    AxisRoles with(Axes other) {
        return new AxisRoles(layout, Optional.of(other), groups, packed, stacked);
    }

    AxisRoles withGroups(int other) {
        return new AxisRoles(layout, axes, other, packed, stacked);
    }

    AxisRoles withPacked(int other) {
        return new AxisRoles(layout, axes, groups, other, stacked);
    }

    AxisRoles withStacked(int other) {
        return new AxisRoles(layout, axes, groups, packed, other);
    }

    /** Whether a layout, groups, packed or stacked weights were given. */
    boolean saysMoreThanAxes() {
        return layout != Layout.OUT_IN_SPATIAL || groups != 1 || packed != 1 || stacked != 0;
    }
}
