package bad;

import org.initweights.annotation.Shape;
import org.initweights.annotation.Sparse;

class SparsityBeyondOne {
    // error at `1.5) float[] over;`: over: @Sparse(sparsity = 1.5) is refused: sparsity must be between 0 and 1 [Fraction]
    @Shape({3, 4}) @Sparse(sparsity = 1.5) float[] over;
    // error at `-0.1) float[] under;`: under: @Sparse(sparsity = -0.1) is refused: sparsity must be between 0 and 1 [Fraction]
    @Shape({3, 4}) @Sparse(sparsity = -0.1) float[] under;
}
