package org.initweights.internal.start;

import java.util.stream.Collectors;
import org.initweights.Fill;
import org.initweights.internal.fill.FromWeights;
import org.initweights.internal.fill.Leaves;

/** Finds before anything is written whether the stored tensors that a fill begins with are there. */
public final class SourceCheck {

    private SourceCheck() {}

    /**
     * Looks for the tensors.
     *
     * @return what tells their files from others, or from what they become when they are written again; empty if the fill needs none
     * @throws org.initweights.InitializationException if one cannot be read, or is not as the fill says; it names file and tensor
     */
    public static String check(Fill fill) {
        return Leaves.of(fill)
                .filter(FromWeights.class::isInstance)
                .map(FromWeights.class::cast)
                .map(SourceCheck::identity)
                .collect(Collectors.joining());
    }

    private static String identity(FromWeights fill) {
        try (SourceTensor source = SourceTensor.open(fill)) {
            return source.identity();
        }
    }
}
