package bad;

import org.initweights.annotation.Normal;
import org.initweights.annotation.Shape;
import org.initweights.annotation.Sparse;
import org.initweights.annotation.TruncNormal;

class NegativeStd {
    // error at `-1) float[] normal;`: normal: @Normal(std = -1) is refused: std cannot be negative; use 0 or more [Negative]
    @Shape({3, 4}) @Normal(std = -1) float[] normal;
    // error at `0) float[] truncated;`: truncated: @TruncNormal(std = 0) is refused: std must be more than 0 [NotPositive]
    @Shape({3, 4}) @TruncNormal(std = 0) float[] truncated;
    // error at `-0.1) float[] sparse;`: sparse: @Sparse(sparsity = 0.5, std = -0.1) is refused: std cannot be negative; use 0 or more [Negative]
    @Shape({3, 4}) @Sparse(sparsity = 0.5, std = -0.1) float[] sparse;
}
