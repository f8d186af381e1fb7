package bad;

import org.initweights.annotation.DeltaOrthogonal;
import org.initweights.annotation.Eye;
import org.initweights.annotation.Orthogonal;
import org.initweights.annotation.Shape;
import org.initweights.annotation.Sparse;

class WrongRank {
    // error at `@Eye float[] eye;`: eye: @Eye needs two dimensions, but [2, 3, 4] has 3 dimensions [EyeRank]
    @Shape({2, 3, 4}) @Eye float[] eye;
    // error at `@Sparse(sparsity = 0.1) float[`: sparse: @Sparse(sparsity = 0.1) needs two dimensions, but [5] has one dimension [SparseRank]
    @Shape(5) @Sparse(sparsity = 0.1) float[] sparse;
    // error at `@Orthogonal float[] orthogonal`: orthogonal: @Orthogonal needs at least two dimensions, but [5] has one dimension [OrthogonalRank]
    @Shape(5) @Orthogonal float[] orthogonal;
    // error at `@DeltaOrthogonal float[] delta`: delta: @DeltaOrthogonal needs three, four or five dimensions, but [3, 4] has 2 dimensions [DeltaOrthogonalRank]
    @Shape({3, 4}) @DeltaOrthogonal float[] delta;
    // error at `@DeltaOrthogonal float[] narro`: narrow: @DeltaOrthogonal needs no more in than out channels, but [3, 4, 3] has 4 in and 3 out [DeltaOrthogonalChannels]
    @Shape({3, 4, 3}) @DeltaOrthogonal float[] narrow;
}
