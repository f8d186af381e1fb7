package org.initweights.internal.start;

import org.initweights.Fill;
import org.initweights.internal.fill.FromWeights;
import org.initweights.internal.fill.PartsFill;
import org.initweights.internal.fill.RepeatedFill;
import org.initweights.internal.fill.SlicedFill;

/** Finds before anything is written whether the stored tensors that a fill begins with are there. */
public final class SourceCheck {

    private SourceCheck() {}

    /**
     * Looks for the tensors.
     *
     * @throws org.initweights.InitializationException if one cannot be read, or is not as the fill says; it names file and tensor
     */
    public static void check(Fill fill) {
        if (fill instanceof FromWeights stored) {
            SourceTensor.open(stored).close();
        } else if (fill instanceof PartsFill parts) {
            check(parts.part());
        } else if (fill instanceof RepeatedFill repeated) {
            check(repeated.part());
        } else if (fill instanceof SlicedFill sliced) {
            check(sliced.base());
            sliced.ranges().forEach(range -> check(range.fill()));
        }
    }
}
