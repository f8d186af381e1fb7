package org.initweights.processor.model;

import java.util.ArrayList;
import java.util.List;
import org.initweights.Layout;
import org.initweights.TensorShape;

/**
 * What the axes of a shape mean.
 *
 * @param layout which axis is which
 * @param declared whether the user said so, or it is the default
 * @param groups into how many groups the channels are split
 * @param packed how many weights lie side by side along the out axis
 * @param stacked how many leading axes only count weights
 */
public record AxisRoles(Layout layout, boolean declared, int groups, int packed, int stacked) {

    /**
     * The shape with these roles.
     *
     * @throws org.initweights.InitializationException if it has no such axes
     */
    TensorShape applyTo(TensorShape shape) {
        return shape.withStacked(stacked).withLayout(layout).withGroups(groups).withPacked(packed);
    }

    /** The roles without those parts that only known sizes can be checked against. */
    AxisRoles forUnknownSizes() {
        return new AxisRoles(layout, declared, Math.min(groups, 1), Math.min(packed, 1), stacked);
    }

    /** The roles in words where they are not the usual: {@code  (SPATIAL_IN_OUT, 3 packed)}. */
    public String words() {
        List<String> words = new ArrayList<>();
        if (layout != Layout.OUT_IN_SPATIAL) {
            words.add(layout.name());
        }
        if (groups != 1) {
            words.add(groups + " groups");
        }
        if (packed != 1) {
            words.add(packed + " packed");
        }
        if (stacked != 0) {
            words.add(stacked == 1 ? "stacked along the first axis" : "stacked along the first " + stacked + " axes");
        }
        return words.isEmpty() ? "" : " (" + String.join(", ", words) + ")";
    }
}
