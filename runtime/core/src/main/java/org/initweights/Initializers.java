package org.initweights;

import org.initweights.internal.rule.BilinearUpsamplingRule;
import org.initweights.internal.rule.ConstantRule;
import org.initweights.internal.rule.DeltaOrthogonalRule;
import org.initweights.internal.rule.DiracRule;
import org.initweights.internal.rule.EyeRule;
import org.initweights.internal.rule.HippoLegsRule;
import org.initweights.internal.rule.IcnrRule;
import org.initweights.internal.rule.InverseSoftplusLogUniformRule;
import org.initweights.internal.rule.KaimingRule;
import org.initweights.internal.rule.LogRangeRule;
import org.initweights.internal.rule.NormalRule;
import org.initweights.internal.rule.OrthogonalRule;
import org.initweights.internal.rule.SparseRule;
import org.initweights.internal.rule.TruncNormalRule;
import org.initweights.internal.rule.UniformRule;
import org.initweights.internal.rule.VarianceScalingRule;
import org.initweights.internal.rule.XavierRule;
import org.initweights.internal.rule.torch.TorchDefaultRule;

/**
 * The initializers: {@code torch.nn.init}, what {@code jax.nn.initializers} and Keras add, those of single papers, and PyTorch's
 * layer defaults.
 *
 * <p>Defaults are those of {@code torch.nn.init}. Arguments out of range are refused at once, shapes that do not fit when the
 * initializer is resolved; both with an {@link InitializationException}. A parameter without elements is accepted wherever its
 * rank is, and nothing is written.
 *
 * <p>Any thread may call these methods and share what they return, which is immutable.
 */
public final class Initializers {

    private Initializers() {}

    /** U[0, 1). */
    public static Initializer uniform() {
        return uniform(0, 1);
    }

    /** U[a, b), as {@code torch.nn.init.uniform_}. */
    public static Initializer uniform(double a, double b) {
        return new UniformRule(a, b);
    }

    /** N(0, 1). */
    public static Initializer normal() {
        return normal(0, 1);
    }

    /** N(mean, std²), as {@code torch.nn.init.normal_}. */
    public static Initializer normal(double mean, double std) {
        return new NormalRule(mean, std);
    }

    /** N(0, 1) restricted to [-2, 2]. */
    public static Initializer truncNormal() {
        return truncNormal(0, 1);
    }

    /** N(mean, std²) restricted to [-2, 2]: absolute bounds, not multiples of {@code std}. */
    public static Initializer truncNormal(double mean, double std) {
        return truncNormal(mean, std, -2, 2);
    }

    /**
     * N(mean, std²) restricted to [a, b], as {@code torch.nn.init.trunc_normal_}. The bounds are absolute, and may be infinite.
     */
    public static Initializer truncNormal(double mean, double std, double a, double b) {
        return new TruncNormalRule(mean, std, a, b);
    }

    /** Every element is {@code value}, as {@code torch.nn.init.constant_}. */
    public static Initializer constant(double value) {
        return new ConstantRule(value);
    }

    /** Every element is 1, as {@code torch.nn.init.ones_}. */
    public static Initializer ones() {
        return constant(1);
    }

    /** Every element is 0, as {@code torch.nn.init.zeros_}. */
    public static Initializer zeros() {
        return constant(0);
    }

    /** The identity matrix, as {@code torch.nn.init.eye_}; two dimensions. */
    public static Initializer eye() {
        return new EyeRule();
    }

    /** The identity of a convolution, in as many groups as the shape has. */
    public static Initializer dirac() {
        return dirac(1);
    }

    /** The identity of a convolution, as {@code torch.nn.init.dirac_}; three to five dimensions. */
    public static Initializer dirac(int groups) {
        return new DiracRule(groups);
    }

    /** U(±√(6 / (fan_in + fan_out))). */
    public static Initializer xavierUniform() {
        return xavierUniform(1);
    }

    /** U(±gain·√(6 / (fan_in + fan_out))), as {@code torch.nn.init.xavier_uniform_}. Glorot and Bengio, 2010. */
    public static Initializer xavierUniform(double gain) {
        return new XavierRule(Distribution.UNIFORM, gain);
    }

    /** XavierRule uniform with the gain of a non-linearity. */
    public static Initializer xavierUniform(Nonlinearity nonlinearity) {
        return xavierUniform(nonlinearity.gain());
    }

    /** N(0, std²), std = √(2 / (fan_in + fan_out)). */
    public static Initializer xavierNormal() {
        return xavierNormal(1);
    }

    /** N(0, std²), std = gain·√(2 / (fan_in + fan_out)), as {@code torch.nn.init.xavier_normal_}. Glorot and Bengio, 2010. */
    public static Initializer xavierNormal(double gain) {
        return new XavierRule(Distribution.NORMAL, gain);
    }

    /** XavierRule normal with the gain of a non-linearity. */
    public static Initializer xavierNormal(Nonlinearity nonlinearity) {
        return xavierNormal(nonlinearity.gain());
    }

    /** KaimingRule uniform for ReLU, by fan_in. */
    public static Initializer kaimingUniform() {
        return kaimingUniform(0, FanMode.FAN_IN, Nonlinearity.LEAKY_RELU);
    }

    /** KaimingRule uniform; a leaky ReLU has slope 0 here, as by PyTorch's default. */
    public static Initializer kaimingUniform(FanMode mode, Nonlinearity nonlinearity) {
        return kaimingUniform(0, mode, nonlinearity);
    }

    /**
     * U(±√3·gain / √fan), as {@code torch.nn.init.kaiming_uniform_}. He, Zhang, Ren and Sun, 2015.
     *
     * @param a the slope of a leaky ReLU below zero; unused with any other non-linearity
     * @param mode {@code FAN_IN} or {@code FAN_OUT}
     */
    public static Initializer kaimingUniform(double a, FanMode mode, Nonlinearity nonlinearity) {
        return new KaimingRule(Distribution.UNIFORM, a, mode, nonlinearity);
    }

    /** KaimingRule normal for ReLU, by fan_in. */
    public static Initializer kaimingNormal() {
        return kaimingNormal(0, FanMode.FAN_IN, Nonlinearity.LEAKY_RELU);
    }

    /** KaimingRule normal; a leaky ReLU has slope 0 here, as by PyTorch's default. */
    public static Initializer kaimingNormal(FanMode mode, Nonlinearity nonlinearity) {
        return kaimingNormal(0, mode, nonlinearity);
    }

    /**
     * N(0, std²), std = gain / √fan, as {@code torch.nn.init.kaiming_normal_}. He, Zhang, Ren and Sun, 2015.
     *
     * @param a the slope of a leaky ReLU below zero; unused with any other non-linearity
     * @param mode {@code FAN_IN} or {@code FAN_OUT}
     */
    public static Initializer kaimingNormal(double a, FanMode mode, Nonlinearity nonlinearity) {
        return new KaimingRule(Distribution.NORMAL, a, mode, nonlinearity);
    }

    /** U(±√(3 / fan_in)), as {@code jax.nn.initializers.lecun_uniform}. */
    public static Initializer lecunUniform() {
        return varianceScaling(1, FanMode.FAN_IN, Distribution.UNIFORM);
    }

    /** A normal of variance 1 / fan_in, cut at ±2σ and rescaled, as {@code jax.nn.initializers.lecun_normal}. */
    public static Initializer lecunNormal() {
        return varianceScaling(1, FanMode.FAN_IN, Distribution.TRUNCATED_NORMAL);
    }

    /** U(±√(6 / (fan_in + fan_out))), as {@code jax.nn.initializers.glorot_uniform}. */
    public static Initializer glorotUniform() {
        return varianceScaling(1, FanMode.FAN_AVG, Distribution.UNIFORM);
    }

    /** A normal of variance 2 / (fan_in + fan_out), cut at ±2σ and rescaled, as {@code jax.nn.initializers.glorot_normal}. */
    public static Initializer glorotNormal() {
        return varianceScaling(1, FanMode.FAN_AVG, Distribution.TRUNCATED_NORMAL);
    }

    /** U(±√(6 / fan_in)), as {@code jax.nn.initializers.he_uniform}. */
    public static Initializer heUniform() {
        return varianceScaling(2, FanMode.FAN_IN, Distribution.UNIFORM);
    }

    /** A normal of variance 2 / fan_in, cut at ±2σ and rescaled, as {@code jax.nn.initializers.he_normal}. */
    public static Initializer heNormal() {
        return varianceScaling(2, FanMode.FAN_IN, Distribution.TRUNCATED_NORMAL);
    }

    /** Variance scale / fan, as {@code jax.nn.initializers.variance_scaling}. */
    public static Initializer varianceScaling(double scale, FanMode mode, Distribution distribution) {
        return new VarianceScalingRule(scale, mode, distribution);
    }

    /** A random orthogonal matrix. */
    public static Initializer orthogonal() {
        return orthogonal(1);
    }

    /**
     * A random matrix with orthonormal rows or columns, times {@code gain}, as {@code torch.nn.init.orthogonal_}: the first
     * dimension against the rest (with {@link Layout#SPATIAL_IN_OUT}, the last against the rest). Saxe, McClelland and Ganguli,
     * 2013.
     */
    public static Initializer orthogonal(double gain) {
        return new OrthogonalRule(gain);
    }

    /** An orthogonal matrix at the centre of a convolution's kernel. */
    public static Initializer deltaOrthogonal() {
        return deltaOrthogonal(1);
    }

    /**
     * An orthogonal matrix, times {@code gain}, at the centre of a convolution's kernel, as
     * {@code jax.nn.initializers.delta_orthogonal}; no more in than out channels. Xiao and others, 2018.
     */
    public static Initializer deltaOrthogonal(double gain) {
        return new DeltaOrthogonalRule(gain);
    }

    /** N(0, 0.01²) with ⌈sparsity · rows⌉ zeros in each column. */
    public static Initializer sparse(double sparsity) {
        return sparse(sparsity, 0.01);
    }

    /** N(0, std²) with ⌈sparsity · rows⌉ zeros in each column, as {@code torch.nn.init.sparse_}. Martens, 2010. */
    public static Initializer sparse(double sparsity, double std) {
        return new SparseRule(sparsity, std);
    }

    /**
     * ICNR, for a convolution before a pixel shuffle: W[o] = B[⌊o / scale²⌋], so that the shuffle starts without a checkerboard.
     * B is what {@code rule} gives a weight of out / scale² channels. Aitken and others, 2017.
     *
     * <p>Three dimensions or more, {@link Layout#OUT_IN_SPATIAL}; scale² must divide the out channels of each group.
     *
     * @param scale how many times as high and as wide the shuffle makes the picture
     */
    public static Initializer icnr(int scale, Initializer rule) {
        return new IcnrRule(scale, rule);
    }

    /** ICNR of KaimingRule normal, as fast.ai has it. */
    public static Initializer icnr(int scale) {
        return icnr(scale, kaimingNormal());
    }

    /**
     * Bilinear interpolation, for a transposed convolution that enlarges ⌈k / 2⌉ times: (1 - |y / f - c|)·(1 - |x / f - c|) from
     * channel i to channel i of the same group, 0 elsewhere, with f = ⌈k / 2⌉ and c = (k - 1) / 2f for each axis of size k. Long,
     * Shelhamer and Darrell, 2015.
     *
     * <p>Four dimensions.
     */
    public static Initializer bilinearUpsampling() {
        return new BilinearUpsamplingRule();
    }

    /**
     * W[…, n] = log(n + 1), the {@code A_log} of Mamba, whose A = -exp(W) is the A of S4D-Real. Gu and Dao, 2023.
     *
     * <p>One dimension or more.
     */
    public static Initializer logRange() {
        return new LogRangeRule();
    }

    /**
     * The HiPPO-LegS matrix, with the sign of S4: A[n][k] is -√((2n + 1)(2k + 1)) below the diagonal, -(n + 1) on it and 0 above.
     * Gu, Dao, Ermon, Rudra and Ré, 2020.
     *
     * <p>Two dimensions of the same size.
     */
    public static Initializer hippoLegs() {
        return new HippoLegsRule();
    }

    /** The bias of Mamba's step, with the numbers of its authors' code: 0.001, 0.1 and 0.0001. */
    public static Initializer inverseSoftplusLogUniform() {
        return inverseSoftplusLogUniform(0.001, 0.1, 1e-4);
    }

    /**
     * dt + log(1 - exp(-dt)), which softplus maps to dt, where dt = max(floor, low·(high / low)^u) with u from U[0, 1): the bias
     * of Mamba's step. Gu and Dao, 2023.
     *
     * @param low the least step, more than 0
     * @param high the largest step
     * @param floor what smaller steps are raised to, more than 0
     */
    public static Initializer inverseSoftplusLogUniform(double low, double high, double floor) {
        return new InverseSoftplusLogUniformRule(low, high, floor);
    }

    /** What PyTorch gives the weight of a layer, or a parameter whose rule needs no weight. */
    public static Initializer torchDefault(Layer layer) {
        return torchDefault(layer, TorchVersion.CURRENT);
    }

    /** What that version of PyTorch gives the weight of a layer, or a parameter whose rule needs no weight. */
    public static Initializer torchDefault(Layer layer, TorchVersion version) {
        return new TorchDefaultRule(layer, null, version);
    }

    /** What PyTorch gives the bias of a layer whose weight has the shape {@code weight}. */
    public static Initializer torchDefault(Layer layer, TensorShape weight) {
        return torchDefault(layer, weight, TorchVersion.CURRENT);
    }

    /** What that version of PyTorch gives the bias of a layer whose weight has the shape {@code weight}. */
    public static Initializer torchDefault(Layer layer, TensorShape weight, TorchVersion version) {
        return new TorchDefaultRule(layer, weight, version);
    }
}
