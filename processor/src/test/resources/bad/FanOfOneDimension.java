package bad;

import org.initweights.Layer;
import org.initweights.annotation.KaimingNormal;
import org.initweights.annotation.KaimingUniform;
import org.initweights.annotation.LecunNormal;
import org.initweights.annotation.Shape;
import org.initweights.annotation.TorchDefault;
import org.initweights.annotation.VarianceScaling;
import org.initweights.annotation.XavierUniform;

class FanOfOneDimension {
    // error at `@KaimingNormal float[] kaiming`: kaiming: @KaimingNormal needs a fan, and [64] has one dimension; use @Zeros, or @TorchDefault(value = LINEAR, weight = "…") for PyTorch's bias rule [FanRank]
    @Shape(64) @KaimingNormal float[] kaiming;
    // error at `@XavierUniform float[] xavier;`: xavier: @XavierUniform needs a fan, and [64] has one dimension; use @Zeros, or @TorchDefault(value = LINEAR, weight = "…") for PyTorch's bias rule [FanRank]
    @Shape(64) @XavierUniform float[] xavier;
    // error at `@LecunNormal float[] lecun;`: lecun: @LecunNormal needs a fan, and [64] has one dimension; use @Zeros, or @TorchDefault(value = LINEAR, weight = "…") for PyTorch's bias rule [FanRank]
    @Shape(64) @LecunNormal float[] lecun;
    // error at `@VarianceScaling float[] scali`: scaling: @VarianceScaling needs a fan, and [64] has one dimension; use @Zeros, or @TorchDefault(value = LINEAR, weight = "…") for PyTorch's bias rule [FanRank]
    @Shape(64) @VarianceScaling float[] scaling;
    // error at `@TorchDefault(Layer.LINEAR) fl`: bias: @TorchDefault(LINEAR) needs a fan, and [64] has one dimension; for a bias use @TorchDefault(value = LINEAR, weight = "…") [FanRank]
    @Shape(64) @TorchDefault(Layer.LINEAR) float[] bias;
    final int out = 3;
    // error at `@KaimingUniform float[] symbol`: symbolic: @KaimingUniform needs a fan, and [out] has one dimension; use @Zeros, or @TorchDefault(value = LINEAR, weight = "…") for PyTorch's bias rule [FanRank]
    @Shape(dims = "out") @KaimingUniform float[] symbolic;
}
