package good;

import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.nio.ShortBuffer;
import org.initweights.Distribution;
import org.initweights.FanMode;
import org.initweights.Fill;
import org.initweights.HalfFormat;
import org.initweights.Initializer;
import org.initweights.Initializers;
import org.initweights.Layer;
import org.initweights.Layout;
import org.initweights.Nonlinearity;
import org.initweights.TensorShape;
import org.initweights.TorchVersion;
import org.initweights.annotation.Constant;
import org.initweights.annotation.DeltaOrthogonal;
import org.initweights.annotation.Dirac;
import org.initweights.annotation.Eye;
import org.initweights.annotation.HalfFloat;
import org.initweights.annotation.InitWith;
import org.initweights.annotation.KaimingNormal;
import org.initweights.annotation.KaimingUniform;
import org.initweights.annotation.LecunNormal;
import org.initweights.annotation.LecunUniform;
import org.initweights.annotation.Normal;
import org.initweights.annotation.Ones;
import org.initweights.annotation.Orthogonal;
import org.initweights.annotation.Shape;
import org.initweights.annotation.Skip;
import org.initweights.annotation.Sparse;
import org.initweights.annotation.TorchDefault;
import org.initweights.annotation.TruncNormal;
import org.initweights.annotation.Uniform;
import org.initweights.annotation.VarianceScaling;
import org.initweights.annotation.XavierNormal;
import org.initweights.annotation.XavierUniform;
import org.initweights.annotation.Zeros;

/** Every annotation and every type of field. */
@SuppressWarnings("initweights:Symmetry")
class Everything {
    static final int HIDDEN = 12;

    @Shape({3, 4}) @Uniform(a = -0.5, b = 0.5) float[] uniform;
    @Shape({3, 4}) @Normal(std = 0.02) double[] normal;
    @Shape({3, 4}) @TruncNormal(std = 0.02, a = -0.04, b = 0.04) float[][] truncNormal;
    @Shape(5) @Constant(0.3) FloatBuffer constant;
    @Shape({}) @Ones DoubleBuffer scalar;
    @Shape({2, 3}) @Zeros @HalfFloat(HalfFormat.BF16) short[] zeros;
    @Shape({3, 3}) @Eye @HalfFloat(HalfFormat.FP16) ShortBuffer eye;
    @Shape({4, 2, 3, 3}) @Dirac(groups = 2) double[][][][] dirac;
    @Shape({3, 4}) @XavierUniform(nonlinearity = Nonlinearity.TANH) float[] xavierUniform;
    @Shape({3, 4}) @XavierNormal(gain = 2) float[] xavierNormal;
    @Shape({3, 4}) @KaimingUniform(a = 0.2) float[] kaimingUniform;
    @Shape(dims = "HIDDEN, 2 * (HIDDEN + 1)") @KaimingNormal(nonlinearity = Nonlinearity.RELU) float[] kaimingNormal;
    @Shape({3, 4}) @LecunUniform float[] lecunUniform;
    @Shape({3, 4}) @LecunNormal float[] lecunNormal;
    @Shape({3, 4}) @VarianceScaling(scale = 2, mode = FanMode.FAN_AVG, distribution = Distribution.NORMAL) float[] scaled;
    @Shape({3, 4}) @Orthogonal float[] orthogonal;
    @Shape(value = {3, 3, 2, 4}, layout = Layout.SPATIAL_IN_OUT) @DeltaOrthogonal float[] deltaOrthogonal;
    @Shape({10, 4}) @Sparse(sparsity = 0.25) float[] sparse;
    @Shape(value = {8, 4, 3, 3}, layout = Layout.IN_OUT_SPATIAL, groups = 2)
    @TorchDefault(value = Layer.CONV_TRANSPOSE, version = TorchVersion.V0_4)
    float[] transposed;
    @Shape({3, 4}) @InitWith(Small.class) float[] own;
    @Skip float[] buffer;

    static final class Small implements Initializer {
        @Override
        public Fill resolve(TensorShape shape) {
            return Initializers.normal(0, 1e-3).resolve(shape);
        }
    }
}
