package good;

import org.initweights.annotation.Shape;
import org.initweights.annotation.Table;
import org.initweights.annotation.Transform;
import org.initweights.annotation.Uniform;
import org.initweights.recipe.Mamba2ALog;
import org.initweights.recipe.Rwkv7Decay;
import org.initweights.recipe.SinCos2dPositions;

public class Positions {
    final int width;
    final int layer = 3;
    final int layers = 12;
    double theta = 10_000;

    @Shape({197, 384})
    @Table("mod(i1, 2) == 0 ? sin(i0 / pow(10000, i1 / n1)) : cos(i0 / pow(10000, (i1 - 1) / n1))")
    float[] positions;

    @Shape(dims = "width") @Table("pow(theta, -i0 / n0)") float[] frequencies;
    @Shape(dims = "width, 4") @Table("i0 * n1 + i1") float[] indices;
    @Shape({1, 17, 16}) @SinCos2dPositions(grid = 4, extra = 1) float[] grid;
    @Shape({1, 1, 64}) @Rwkv7Decay float[] decay;
    @Shape(24) @Uniform(a = 1, b = 16) @Transform("log(x)") float[] aLog;
    @Shape(24) @Mamba2ALog(maxA = 8) float[] recipe;
    @Shape(dims = "width, 4") @Uniform @Transform("theta * x") double[] scaled;

    public Positions(int width) {
        this.width = width;
    }
}
