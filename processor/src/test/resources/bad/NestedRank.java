package bad;

import org.initweights.annotation.Ones;
import org.initweights.annotation.Shape;

class NestedRank {
    // error at `{3, 4, 5}) @Ones float[][] nes`: nested: [3, 4, 5] has 3 dimensions, but the field has 2 levels of arrays [NestedRank]
    @Shape({3, 4, 5}) @Ones float[][] nested;
    // error at `3) @Ones double[][] deep;`: deep: [3] has 1 dimension, but the field has 2 levels of arrays [NestedRank]
    @Shape(3) @Ones double[][] deep;
}
