package org.initweights;

import java.nio.file.Path;
import java.util.Map;
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
import org.initweights.internal.rule.SpectralVectorRule;
import org.initweights.internal.rule.TableFunctionRule;
import org.initweights.internal.rule.TableRule;
import org.initweights.internal.rule.TruncNormalRule;
import org.initweights.internal.rule.UniformRule;
import org.initweights.internal.rule.ValuesRule;
import org.initweights.internal.rule.VarianceScalingRule;
import org.initweights.internal.rule.WeightNormGainRule;
import org.initweights.internal.rule.XavierRule;
import org.initweights.internal.rule.ZerORule;
import org.initweights.internal.rule.torch.TorchDefaultRule;
import org.initweights.internal.values.GivenValues;

/**
 * All initializers of the library: all of {@code torch.nn.init}, what {@code jax.nn.initializers} and Keras have beyond it,
 * initializers of single papers, and the defaults of PyTorch's layers; and the {@link Recipes} of published models.
 *
 * <pre>{@code
 * Fill fill = Initializers.kaimingNormal(FanMode.FAN_OUT, Nonlinearity.RELU).resolve(TensorShape.of(64, 3, 7, 7));
 * fill.std();                                            // 0.02525
 * }</pre>
 *
 * <p>The annotations with the same names, in {@code org.initweights.annotation}, describe each at length. Default arguments are the
 * same as in {@code torch.nn.init}.
 *
 * <p>A method refuses arguments out of range at once. The initializer refuses a shape that does not fit when it is resolved. Both throw
 * an {@link InitializationException}. A shape without elements is accepted if its number of dimensions is right; nothing is written.
 *
 * <p>Any thread may call these methods and share what they return, which is immutable.
 */
public final class Initializers extends Recipes {

    // Longer than other files: it is the list of all initializers, a factory each, and mostly Javadoc.

    private Initializers() {}

    /** Uniform on [0, 1). */
    public static Initializer uniform() {
        return uniform(0, 1);
    }

    /** Uniform on [a, b), as {@code torch.nn.init.uniform_}. */
    public static Initializer uniform(double a, double b) {
        return new UniformRule(a, b);
    }

    /** Normal with mean 0 and standard deviation 1. */
    public static Initializer normal() {
        return normal(0, 1);
    }

    /** Normal with a mean and a standard deviation, N(mean, std²), as {@code torch.nn.init.normal_}. */
    public static Initializer normal(double mean, double std) {
        return new NormalRule(mean, std);
    }

    /** N(0, 1) restricted to [-2, 2]. */
    public static Initializer truncNormal() {
        return truncNormal(0, 1);
    }

    /** N(mean, std²) restricted to [-2, 2]. The bounds are absolute, not multiples of {@code std}. */
    public static Initializer truncNormal(double mean, double std) {
        return truncNormal(mean, std, -2, 2);
    }

    /**
     * N(mean, std²) restricted to [a, b], as {@code torch.nn.init.trunc_normal_}. The bounds are absolute, not multiples of {@code std};
     * an infinite bound does not cut.
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

    /** The identity matrix, as {@code torch.nn.init.eye_}. It needs two dimensions. */
    public static Initializer eye() {
        return new EyeRule();
    }

    /** The identity of a convolution, in the groups that the shape has. */
    public static Initializer dirac() {
        return dirac(1);
    }

    /** The identity of a convolution, in each of {@code groups}, as {@code torch.nn.init.dirac_}. It needs three to five dimensions. */
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

    /** Xavier uniform with the gain of a non-linearity. */
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

    /** Xavier normal with the gain of a non-linearity. */
    public static Initializer xavierNormal(Nonlinearity nonlinearity) {
        return xavierNormal(nonlinearity.gain());
    }

    /** Kaiming uniform for ReLU, divided by fan_in. */
    public static Initializer kaimingUniform() {
        return kaimingUniform(0, FanMode.FAN_IN, Nonlinearity.LEAKY_RELU);
    }

    /** Kaiming uniform. A leaky ReLU has the slope 0 here, which is PyTorch's default. */
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

    /** Kaiming normal for ReLU, divided by fan_in. */
    public static Initializer kaimingNormal() {
        return kaimingNormal(0, FanMode.FAN_IN, Nonlinearity.LEAKY_RELU);
    }

    /** Kaiming normal. A leaky ReLU has the slope 0 here, which is PyTorch's default. */
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

    /** Mean 0 and variance scale / fan, as {@code jax.nn.initializers.variance_scaling}. */
    public static Initializer varianceScaling(double scale, FanMode mode, Distribution distribution) {
        return new VarianceScalingRule(scale, mode, distribution);
    }

    /** A random matrix with orthonormal rows or columns. */
    public static Initializer orthogonal() {
        return orthogonal(1);
    }

    /**
     * A random matrix with orthonormal rows or columns, times {@code gain}, as {@code torch.nn.init.orthogonal_}. A weight of more than
     * two dimensions is taken as a matrix: its first axis (with {@link Layout#SPATIAL_IN_OUT} its last) against all others. Saxe,
     * McClelland and Ganguli, 2013.
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
     * {@code jax.nn.initializers.delta_orthogonal}. There must not be more in than out channels. Xiao and others, 2018.
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
     * ICNR, for a convolution before a pixel shuffle: W[o] = B[⌊o / scale²⌋]. The filters repeat, so the shuffle starts without a
     * checkerboard. Aitken and others, 2017.
     *
     * <p>It needs three dimensions or more, in {@link Layout#OUT_IN_SPATIAL}, and scale² must divide the out channels of each group.
     *
     * @param scale how many times as high and as wide the shuffle makes the picture
     * @param rule the initializer of B, a weight of out / scale² channels
     */
    public static Initializer icnr(int scale, Initializer rule) {
        return new IcnrRule(scale, rule);
    }

    /** ICNR of Kaiming normal, as fast.ai has it. */
    public static Initializer icnr(int scale) {
        return icnr(scale, kaimingNormal());
    }

    /**
     * Bilinear interpolation, for a transposed convolution that enlarges ⌈k / 2⌉ times. From channel i to channel i of the same group
     * the weight is (1 - |y / f - c|)·(1 - |x / f - c|), where f = ⌈k / 2⌉ and c = (k - 1) / 2f for each axis of size k; elsewhere it is
     * 0. It needs four dimensions. Long, Shelhamer and Darrell, 2015.
     */
    public static Initializer bilinearUpsampling() {
        return new BilinearUpsamplingRule();
    }

    /**
     * The {@code A_log} of Mamba: W[…, n] = log(n + 1). Mamba's A is -exp(W), the diagonal of S4D-Real. It needs one dimension or more.
     * Gu and Dao, 2023.
     */
    public static Initializer logRange() {
        return new LogRangeRule();
    }

    /**
     * The HiPPO-LegS matrix, with the sign of S4: A[n][k] is -√((2n + 1)(2k + 1)) below the diagonal, -(n + 1) on it and 0 above. It
     * needs two dimensions of the same size. Gu, Dao, Ermon, Rudra and Ré, 2020.
     */
    public static Initializer hippoLegs() {
        return new HippoLegsRule();
    }

    /**
     * The gain of weight normalization: the norms of the direction over all axes but the first. See {@link #weightNormGain(String, int)}.
     */
    public static Initializer weightNormGain(String of) {
        return weightNormGain(of, 0);
    }

    /**
     * The gain g of weight normalization, w = g · v / ‖v‖, so that the weight is v at first: the norm of v over all axes but one. Salimans and
     * Kingma, 2016; PyTorch's {@code torch.nn.utils.parametrizations.weight_norm}.
     *
     * <pre>{@code
     * Weights.of(w -> w
     *         .tensor("conv.v", kaimingUniform(Math.sqrt(5)), 64, 32, 3, 3)
     *         .tensor("conv.g", weightNormGain("v"), 64, 1, 1, 1))
     * }</pre>
     *
     * <p>It draws nothing, and is computed in double of the elements that v has when g is written, after v. The shape has 1 for each axis that is not
     * kept, or only the size of the one that is. Alone, without the parameter that it names, it cannot start anything.
     *
     * @param of the name of the direction, beside this parameter: for {@code conv.g}, {@code "v"} is {@code conv.v}
     * @param axis the axis that is kept, PyTorch's {@code dim}; -1 for one norm of the whole
     */
    public static Initializer weightNormGain(String of, int axis) {
        return new WeightNormGainRule(of, axis);
    }

    /**
     * A vector of spectral normalization, of the matrix with a row for each place on the first axis, by 15 iterations. See
     * {@link #spectralVector(String, SingularSide, int, int)}.
     */
    public static Initializer spectralVector(String of, SingularSide side) {
        return spectralVector(of, side, 0, 15);
    }

    /**
     * A vector of the largest singular value of another parameter, by the power method: a buffer of spectral normalization. Miyato, Kataoka, Koyama
     * and Yoshida, 2018; PyTorch's {@code torch.nn.utils.parametrizations.spectral_norm}.
     *
     * <pre>{@code
     * Weights.of(w -> w
     *         .tensor("conv.weight", kaimingNormal(), 64, 32, 3, 3)
     *         .nonTrainable(buffers -> buffers
     *                 .tensor("conv.u", spectralVector("weight", SingularSide.LEFT), 64)
     *                 .tensor("conv.v", spectralVector("weight", SingularSide.RIGHT), 288)))
     * }</pre>
     *
     * <p>It draws nothing, and is computed in double of the elements that the weight has when the vector is written, after it: u = W·v / ‖W·v‖ and
     * v = Wᵀ·u / ‖Wᵀ·u‖, by turns. The first v is the same for all weights of so many columns, so that u and v belong to each other. What the
     * iterations leave of it is not what they leave of PyTorch's, which is drawn. Of a matrix of zeros both are zeros.
     *
     * @param of the name of the weight, beside this parameter: for {@code conv.u}, {@code "weight"} is {@code conv.weight}
     * @param side which of the two vectors
     * @param axis the axis of the rows, PyTorch's {@code dim}: 0, and 1 for a transposed convolution
     * @param iterations how often both are computed of each other, 1 or more
     */
    public static Initializer spectralVector(String of, SingularSide side, int axis, int iterations) {
        return new SpectralVectorRule(of, side, axis, iterations);
    }

    /** The bias of Mamba's time step, with the numbers of its authors' code: low 0.001, high 0.1 and floor 0.0001. */
    public static Initializer inverseSoftplusLogUniform() {
        return inverseSoftplusLogUniform(0.001, 0.1, 1e-4);
    }

    /**
     * The bias of Mamba's time step: dt + log(1 - exp(-dt)), so that its softplus is dt. The step dt is max(floor, low·(high / low)^u),
     * where u is uniform on [0, 1). Gu and Dao, 2023.
     *
     * @param low the smallest step, more than 0
     * @param high the largest step, {@code low} or more
     * @param floor smaller steps are raised to this, more than 0
     */
    public static Initializer inverseSoftplusLogUniform(double low, double high, double floor) {
        return new InverseSoftplusLogUniformRule(low, high, floor);
    }

    /**
     * A table: an expression for each element, of its indices {@code i0}, {@code i1}, … and the sizes {@code n0}, {@code n1}, ….
     *
     * <pre>{@code
     * Initializers.table("sin(i0 / pow(10000, i1 / n1))")
     * }</pre>
     *
     * <p>All arithmetic is in {@code double}, and the result is rounded once, to the type of the elements. What an expression is made of is
     * said at {@link org.initweights.annotation.Table}.
     *
     * @throws InitializationException if the expression is not well formed
     */
    public static Initializer table(String expression) {
        return table(expression, Map.of());
    }

    /**
     * A table with names for numbers.
     *
     * <pre>{@code
     * Initializers.table("pow(theta, -2 * i0 / (2 * n0))", Map.of("theta", 500_000))
     * }</pre>
     *
     * @param numbers what the names in the expression mean that are no indices, no sizes and not {@code pi}
     * @throws InitializationException if the expression is not well formed, or has other names
     */
    public static Initializer table(String expression, Map<String, ? extends Number> numbers) {
        return TableRule.of(expression, numbers);
    }

    /**
     * A table by a function of Java. No plan can hold it: where there may be a plan, write the expression, as
     * {@link #table(String)} takes it.
     *
     * <pre>{@code
     * Initializers.table((i, shape) -> i[0] == i[1] ? 1 : 0)
     * }</pre>
     */
    public static Initializer table(TableFunction function) {
        return new TableFunctionRule(function);
    }

    /**
     * Given numbers, in row-major order: as many as the tensor has elements. They are copied.
     *
     * <p>A plan holds up to 2²⁰ of them; more belong in a file, to {@linkplain #from begin with}.
     *
     * @throws InitializationException if one is infinite or no number
     */
    public static Initializer values(float... values) {
        return new ValuesRule(GivenValues.of(values));
    }

    /** Given numbers. See {@link #values(float[])}. */
    public static Initializer values(double... values) {
        return new ValuesRule(GivenValues.of(values));
    }

    /**
     * A checkpoint to begin with: its methods are initializers that copy or transform stored tensors.
     *
     * <pre>{@code
     * Initializers.from(Path.of("base.safetensors")).resized("wte.weight")
     * }</pre>
     *
     * @param file a file of any format, or a folder: {@link BaseWeights} says which; nothing is read yet
     */
    public static BaseWeights from(Path file) {
        return new BaseWeights(file);
    }

    /**
     * ZerO: the identity where there are no more out than in channels, else columns of a Hadamard matrix; of a convolution, at the
     * centre of its kernel. It needs two to five dimensions.
     */
    public static Initializer zerO() {
        return new ZerORule();
    }

    /** What a PyTorch layer gives its weight, or another tensor whose rule does not depend on the weight. */
    public static Initializer torchDefault(Layer layer) {
        return torchDefault(layer, TorchVersion.CURRENT);
    }

    /** As {@link #torchDefault(Layer)}, for a certain version of PyTorch. */
    public static Initializer torchDefault(Layer layer, TorchVersion version) {
        return new TorchDefaultRule(layer, null, version);
    }

    /** What a PyTorch layer gives its bias, if its weight has the shape {@code weight}. */
    public static Initializer torchDefault(Layer layer, TensorShape weight) {
        return torchDefault(layer, weight, TorchVersion.CURRENT);
    }

    /** As {@link #torchDefault(Layer, TensorShape)}, for a certain version of PyTorch. */
    public static Initializer torchDefault(Layer layer, TensorShape weight, TorchVersion version) {
        return new TorchDefaultRule(layer, weight, version);
    }
}
