package org.initweights.libtorch;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import org.bytedeco.pytorch.FanModeType;
import org.bytedeco.pytorch.GeneratorOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.kFanIn;
import org.bytedeco.pytorch.kFanOut;
import org.bytedeco.pytorch.kLeakyReLU;
import org.initweights.DType;
import org.initweights.FanMode;
import org.initweights.Initializer;
import org.initweights.Initializers;
import org.initweights.Nonlinearity;
import org.initweights.TensorShape;

/** Calls of {@code torch.nn.init} on random tensors. */
final class RandomFunctions {

    /** LAPACK, in floats, loses as many digits as the condition number of the matrix has; mostly the error is below 1e-6. */
    private static final double LAPACK_TOLERANCE = 1e-4;

    private static final int LIBM_ULPS = 4;
    private static final int LARGEST = 1_000_000;
    private static final long[] SIZES = {
        0, 1, 2, 7, 15, 16, 17, 31, 32, 33, 48, 63, 64, 65, 624, 625, 1023, 1024, 1025, 4096
    };

    private final SplittableRandom random;

    RandomFunctions(SplittableRandom random) {
        this.random = random;
    }

    Step next() {
        return switch (random.nextInt(10)) {
            case 0, 1 -> uniform();
            case 2, 3 -> normal();
            case 4 -> kaiming(true);
            case 5 -> kaiming(false);
            case 6 -> xavier(true);
            case 7 -> xavier(false);
            case 8 -> sparse();
            default -> random.nextBoolean() ? orthogonal() : dirac();
        };
    }

    private Step uniform() {
        double a = random.nextDouble(-3, 3);
        double b = a + random.nextDouble(1e-3, 2);
        return step(
                "uniform_(" + a + ", " + b + ")",
                anyShape(),
                dtype(),
                Initializers.uniform(a, b),
                0,
                tensor -> tensor.uniform_(a, b, new GeneratorOptional()));
    }

    private Step normal() {
        double mean = random.nextInt(3) == 0 ? random.nextDouble(-2, 2) : 0;
        double std = random.nextInt(3) == 0 ? 1 : random.nextDouble(1e-3, 3);
        DType dtype = dtype();
        return step(
                "normal_(" + mean + ", " + std + ")",
                anyShape(),
                dtype,
                Initializers.normal(mean, std),
                libm(dtype, Math.abs(mean) + 6 * std),
                tensor -> tensor.normal_(mean, std, new GeneratorOptional()));
    }

    private Step kaiming(boolean uniform) {
        double a = random.nextInt(3) == 0 ? Math.sqrt(5) : random.nextDouble(0, 1);
        boolean fanIn = random.nextBoolean();
        FanMode mode = fanIn ? FanMode.FAN_IN : FanMode.FAN_OUT;
        DType dtype = dtype();
        String call = (uniform ? "kaiming_uniform_" : "kaiming_normal_") + "(" + a + ", " + mode + ")";
        return step(
                call,
                weight(),
                dtype,
                uniform
                        ? Initializers.kaimingUniform(a, mode, Nonlinearity.LEAKY_RELU)
                        : Initializers.kaimingNormal(a, mode, Nonlinearity.LEAKY_RELU),
                uniform ? 0 : libm(dtype, 12),
                tensor -> {
                    FanModeType fan = fanIn ? new FanModeType(new kFanIn()) : new FanModeType(new kFanOut());
                    org.bytedeco.pytorch.Nonlinearity leaky = new org.bytedeco.pytorch.Nonlinearity(new kLeakyReLU());
                    return uniform
                            ? torch.kaiming_uniform_(tensor, a, fan, leaky)
                            : torch.kaiming_normal_(tensor, a, fan, leaky);
                });
    }

    private Step xavier(boolean uniform) {
        double gain = random.nextInt(3) == 0 ? 1 : random.nextDouble(0.1, 3);
        DType dtype = dtype();
        return step(
                (uniform ? "xavier_uniform_(" : "xavier_normal_(") + gain + ")",
                weight(),
                dtype,
                uniform ? Initializers.xavierUniform(gain) : Initializers.xavierNormal(gain),
                uniform ? 0 : libm(dtype, 12),
                tensor -> uniform ? torch.xavier_uniform_(tensor, gain) : torch.xavier_normal_(tensor, gain));
    }

    private Step sparse() {
        double sparsity = random.nextDouble(0, 1);
        DType dtype = dtype();
        return step(
                "sparse_(" + sparsity + ", 0.01)",
                TensorShape.of(random.nextInt(1, 60), random.nextInt(1, 60)),
                dtype,
                Initializers.sparse(sparsity, 0.01),
                libm(dtype, 0.06),
                tensor -> torch.sparse_(tensor, sparsity, 0.01));
    }

    /** Of floats alone: for doubles too, C++ (not Python) draws floats. */
    private Step orthogonal() {
        double gain = random.nextDouble(0.1, 2);
        return step(
                "orthogonal_(" + gain + ")",
                TensorShape.of(random.nextInt(1, 40), random.nextInt(1, 40)),
                DType.F32,
                Initializers.orthogonal(gain),
                gain * LAPACK_TOLERANCE,
                tensor -> torch.orthogonal_(tensor, gain));
    }

    private Step dirac() {
        return step(
                "dirac_()",
                TensorShape.of(random.nextInt(1, 9), random.nextInt(1, 9), random.nextInt(1, 6), random.nextInt(1, 6)),
                dtype(),
                Initializers.dirac(),
                0,
                torch::dirac_);
    }

    private static Step step(
            String function,
            TensorShape shape,
            DType dtype,
            Initializer ours,
            double tolerance,
            Function<Tensor, Tensor> theirs) {
        return new Step(
                function + " of " + shape + " " + dtype,
                List.of(new Step.Declared("tensor", shape, dtype, ours)),
                () -> List.of(theirs.apply(LibTorch.empty(shape, dtype))),
                tolerance);
    }

    /** The C library decides on the last bits of doubles; what cancels out against the mean counts. */
    private static double libm(DType dtype, double largest) {
        return dtype == DType.F64 ? LIBM_ULPS * Math.ulp(largest) : 0;
    }

    private DType dtype() {
        return switch (random.nextInt(6)) {
            case 0 -> DType.F64;
            case 1 -> DType.F16;
            case 2 -> DType.BF16;
            default -> DType.F32;
        };
    }

    private TensorShape anyShape() {
        return switch (random.nextInt(8)) {
            case 0 -> TensorShape.of();
            case 1 -> TensorShape.of(random.nextInt(0, 12), random.nextInt(0, 40));
            case 2 -> TensorShape.of(random.nextInt(0, random.nextInt(20) == 0 ? LARGEST : 5000));
            case 3 -> TensorShape.of(16L * random.nextInt(0, 300) + random.nextInt(-1, 2) + 1);
            case 4 -> TensorShape.of(64L * random.nextInt(0, 100));
            default -> TensorShape.of(SIZES[random.nextInt(SIZES.length)]);
        };
    }

    private TensorShape weight() {
        return switch (random.nextInt(4)) {
            case 0 -> TensorShape.of(random.nextInt(1, 300), random.nextInt(1, 100));
            case 1 -> TensorShape.of(random.nextInt(1, 30), random.nextInt(1, 20), random.nextInt(1, 8));
            case 2 ->
                TensorShape.of(
                        random.nextInt(1, 30), random.nextInt(1, 20), random.nextInt(1, 8), random.nextInt(1, 8));
            default -> TensorShape.of(random.nextInt(1, 9), random.nextInt(1, 9));
        };
    }
}
