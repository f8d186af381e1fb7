package bad;

import org.initweights.annotation.Ones;
import org.initweights.annotation.Shape;

class ShapeMistakes {
    // error at `missing;`: missing: no shape; add @Shape({64, 3}), or @Shape(dims = "out, in") for sizes that are known only when the model is built [MissingShape]
    @Ones float[] missing;
    // error at `@Shape(value = {3, 4}, dims =`: both: @Shape needs either sizes, @Shape({64, 3}), or dims = "out, in", not both [ShapeForm]
    @Shape(value = {3, 4}, dims = "3, 4") @Ones float[] both;
    // error at `@Shape @Ones float[] neither;`: neither: @Shape needs either sizes, @Shape({64, 3}), or dims = "out, in"; a scalar is @Shape({}) [ShapeForm]
    @Shape @Ones float[] neither;
    // error at `{3, -4}) @Ones float[] negativ`: negative: shape [3, -4] has a negative dimension, -4 [NegativeDimension]
    @Shape({3, -4}) @Ones float[] negative;
    // error at `{50000, 50000}) @Ones float[]`: huge: [50000, 50000] has 2500000000 elements, but one array or buffer holds at most 2147483645; use nested arrays, or split the parameter [TooManyElements]
    @Shape({50000, 50000}) @Ones float[] huge;
    // error at `{1000000000, 1000000000, 10000`: beyondLong: shape [1000000000, 1000000000, 1000000000] has more elements than a long can count [TooManyElements]
    @Shape({1000000000, 1000000000, 1000000000}) @Ones float[] beyondLong;
    // error at `3) @Ones float[] groups;`: groups: shape [4, 4, 3] has 4 channels, which groups = 3 does not divide [ShapeGroups]
    @Shape(value = {4, 4, 3}, groups = 3) @Ones float[] groups;
    // error at `0) @Ones float[] noGroups;`: noGroups: shape [4, 4, 3] cannot have groups = 0; use 1 or more [ShapeGroups]
    @Shape(value = {4, 4, 3}, groups = 0) @Ones float[] noGroups;
}
