package bad;

import org.initweights.annotation.Dirac;
import org.initweights.annotation.Shape;

class DiracShapes {
    // error at `3) float[] conv;`: conv: @Dirac(groups = 3) needs the out channels to divide evenly, but [16, 4, 3, 3] has 16; use groups = 1, 2, 4, 8 or 16 [DiracGroups]
    @Shape({16, 4, 3, 3}) @Dirac(groups = 3) float[] conv;
    // error at `@Dirac float[] matrix;`: matrix: @Dirac needs three, four or five dimensions, out, in and the kernel's, but [16, 4] has 2 dimensions [DiracRank]
    @Shape({16, 4}) @Dirac float[] matrix;
    // error at `@Dirac float[] six;`: six: @Dirac needs three, four or five dimensions, out, in and the kernel's, but [2, 2, 2, 2, 2, 2] has 6 dimensions [DiracRank]
    @Shape({2, 2, 2, 2, 2, 2}) @Dirac float[] six;
    // error at `0) float[] none;`: none: @Dirac(groups = 0) needs at least one group [DiracGroups]
    @Shape({4, 4, 3}) @Dirac(groups = 0) float[] none;
    // error at `4) float[] twoGroups;`: twoGroups: @Dirac(groups = 4) contradicts the shape, which has groups = 2 [DiracGroups]
    @Shape(value = {8, 4, 3}, groups = 2) @Dirac(groups = 4) float[] twoGroups;
}
