package bad;

import org.initweights.annotation.Shape;
import org.initweights.annotation.TruncNormal;
import org.initweights.annotation.Uniform;

class EmptyInterval {
    // error at `1, b = 0) float[] uniform;`: uniform: @Uniform(a = 1, b = 0) has no values: a must not be more than b [EmptyInterval]
    @Shape({3, 4}) @Uniform(a = 1, b = 0) float[] uniform;
    // error at `2, b = 2) float[] truncated;`: truncated: @TruncNormal(a = 2, b = 2) leaves no values: a must be less than b, and both are absolute, not multiples of std [EmptyInterval]
    @Shape({3, 4}) @TruncNormal(a = 2, b = 2) float[] truncated;
}
