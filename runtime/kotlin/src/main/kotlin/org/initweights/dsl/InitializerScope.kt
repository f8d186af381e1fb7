package org.initweights.dsl

import java.nio.file.Path
import org.initweights.AxisSlice
import org.initweights.BaseWeights
import org.initweights.Distribution
import org.initweights.FanMode
import org.initweights.FanMode.FAN_IN
import org.initweights.InitializationException
import org.initweights.Initializer
import org.initweights.Initializers
import org.initweights.Layer
import org.initweights.Nonlinearity
import org.initweights.Nonlinearity.LEAKY_RELU
import org.initweights.SingularSide
import org.initweights.TableFunction
import org.initweights.TensorShape
import org.initweights.TorchVersion

/**
 * Where an initializer is named: the functions of [Initializers], with the defaults of `torch.nn.init`.
 *
 * ```
 * tensor("weight", 512, 512) { normal(std = 1 / sqrt(fanIn.toDouble())) }
 * ```
 *
 * A scope never changes, and threads may share it.
 *
 * @property shape the shape of the parameter that is to be initialised
 */
@InitWeightsDsl
public class InitializerScope internal constructor(public val shape: TensorShape) : RecipeScope() {

    /** How many inputs one output sums over. */
    public val fanIn: Long
        get() = shape.fans().fanIn()

    /** How many outputs one input feeds. */
    public val fanOut: Long
        get() = shape.fans().fanOut()

    /** U[[a], [b]). */
    public fun uniform(a: Double = 0.0, b: Double = 1.0): Initializer = Initializers.uniform(a, b)

    /** N([mean], [std]²). */
    public fun normal(mean: Double = 0.0, std: Double = 1.0): Initializer = Initializers.normal(mean, std)

    /** N([mean], [std]²) restricted to [[a], [b]]: absolute bounds, as PyTorch. */
    public fun truncNormal(mean: Double = 0.0, std: Double = 1.0, a: Double = -2.0, b: Double = 2.0): Initializer =
        Initializers.truncNormal(mean, std, a, b)

    /**
     * Each element by an [expression] of its indices `i0`, `i1`, … and the sizes `n0`, `n1`, …: `table("pow(theta, -i0
     * / n0)", mapOf("theta" to 500_000))`.
     *
     * @param numbers what the other names of the expression mean
     */
    public fun table(expression: String, numbers: Map<String, Number> = emptyMap()): Initializer =
        Initializers.table(expression, numbers)

    /**
     * Each element by a function of its indices, which no plan can hold: `table { i, shape -> (i[0] *
     * shape.size(1)).toDouble() }`.
     */
    public fun table(function: TableFunction): Initializer = Initializers.table(function)

    /** Given numbers, row by row, as many as there are elements. */
    public fun values(vararg values: Float): Initializer = Initializers.values(*values)

    /** Given numbers, row by row, as many as there are elements. */
    public fun values(vararg values: Double): Initializer = Initializers.values(*values)

    /** A checkpoint to begin with: `from(Path.of("base.safetensors")).copy("wte.weight")`. */
    public fun from(file: Path): BaseWeights = Initializers.from(file)

    /** Every element is [value]. */
    public fun constant(value: Double): Initializer = Initializers.constant(value)

    /** Every element is 1. */
    public fun ones(): Initializer = Initializers.ones()

    /** Every element is 0. */
    public fun zeros(): Initializer = Initializers.zeros()

    /** The identity matrix; two dimensions. */
    public fun eye(): Initializer = Initializers.eye()

    /** The identity of a convolution; three to five dimensions. */
    public fun dirac(groups: Int = 1): Initializer = Initializers.dirac(groups)

    /** U(±[gain]·√(6 / (fan_in + fan_out))). */
    public fun xavierUniform(gain: Double = 1.0): Initializer = Initializers.xavierUniform(gain)

    /** Xavier uniform with the gain of [nonlinearity]. */
    public fun xavierUniform(nonlinearity: Nonlinearity): Initializer = Initializers.xavierUniform(nonlinearity)

    /** N(0, std²), std = [gain]·√(2 / (fan_in + fan_out)). */
    public fun xavierNormal(gain: Double = 1.0): Initializer = Initializers.xavierNormal(gain)

    /** Xavier normal with the gain of [nonlinearity]. */
    public fun xavierNormal(nonlinearity: Nonlinearity): Initializer = Initializers.xavierNormal(nonlinearity)

    /** U(±√3·gain / √fan); [a] is the slope of a leaky ReLU below zero. */
    public fun kaimingUniform(
        mode: FanMode = FAN_IN,
        nonlinearity: Nonlinearity = LEAKY_RELU,
        a: Double = 0.0,
    ): Initializer = Initializers.kaimingUniform(a, mode, nonlinearity)

    /** N(0, std²), std = gain / √fan; [a] is the slope of a leaky ReLU below zero. */
    public fun kaimingNormal(
        mode: FanMode = FAN_IN,
        nonlinearity: Nonlinearity = LEAKY_RELU,
        a: Double = 0.0,
    ): Initializer = Initializers.kaimingNormal(a, mode, nonlinearity)

    /** U(±√(3 / fan_in)), as JAX and Keras. */
    public fun lecunUniform(): Initializer = Initializers.lecunUniform()

    /** Variance 1 / fan_in, truncated at ±2σ and rescaled, as JAX and Keras. */
    public fun lecunNormal(): Initializer = Initializers.lecunNormal()

    /** U(±√(6 / (fan_in + fan_out))), as JAX and Keras. */
    public fun glorotUniform(): Initializer = Initializers.glorotUniform()

    /** Variance 2 / (fan_in + fan_out), truncated at ±2σ and rescaled, as JAX and Keras. */
    public fun glorotNormal(): Initializer = Initializers.glorotNormal()

    /** U(±√(6 / fan_in)), as JAX and Keras. */
    public fun heUniform(): Initializer = Initializers.heUniform()

    /** Variance 2 / fan_in, truncated at ±2σ and rescaled, as JAX and Keras. */
    public fun heNormal(): Initializer = Initializers.heNormal()

    /** Variance [scale] / fan, as JAX and Keras. */
    public fun varianceScaling(
        scale: Double = 1.0,
        mode: FanMode = FAN_IN,
        distribution: Distribution = Distribution.TRUNCATED_NORMAL,
    ): Initializer = Initializers.varianceScaling(scale, mode, distribution)

    /** [gain] × random orthonormal rows or columns. */
    public fun orthogonal(gain: Double = 1.0): Initializer = Initializers.orthogonal(gain)

    /** An orthogonal matrix at the centre of a convolution's kernel, as JAX. */
    public fun deltaOrthogonal(gain: Double = 1.0): Initializer = Initializers.deltaOrthogonal(gain)

    /** N(0, [std]²) with ⌈[sparsity]·rows⌉ zeros in each column. */
    public fun sparse(sparsity: Double, std: Double = 0.01): Initializer = Initializers.sparse(sparsity, std)

    /** Filters that are repeated [scale]² times, for sub-pixel convolutions. */
    public fun icnr(scale: Int, rule: Initializer = kaimingNormal()): Initializer = Initializers.icnr(scale, rule)

    /** Bilinear interpolation by a transposed convolution. */
    public fun bilinearUpsampling(): Initializer = Initializers.bilinearUpsampling()

    /** ln(1), ln(2), … along the last axis: Mamba's `A_log`. */
    public fun logRange(): Initializer = Initializers.logRange()

    /** ZerO: the identity where there are no more out than in channels, else columns of a Hadamard matrix. */
    public fun zerO(): Initializer = Initializers.zerO()

    /** The HiPPO-LegS matrix of state-space models. */
    public fun hippoLegs(): Initializer = Initializers.hippoLegs()

    /**
     * Weight normalization's gain: the norms of the parameter [of] beside this one over all axes but [axis]; -1 for one
     * of the whole.
     */
    public fun weightNormGain(of: String, axis: Int = 0): Initializer = Initializers.weightNormGain(of, axis)

    /**
     * A buffer of spectral normalization: a vector of the largest singular value of the parameter [of] beside this one.
     */
    public fun spectralVector(of: String, side: SingularSide, axis: Int = 0, iterations: Int = 15): Initializer =
        Initializers.spectralVector(of, side, axis, iterations)

    /** softplus⁻¹ of a log-uniform step: the bias of Mamba's time step. */
    public fun inverseSoftplusLogUniform(low: Double = 0.001, high: Double = 0.1, floor: Double = 1e-4): Initializer =
        Initializers.inverseSoftplusLogUniform(low, high, floor)

    /** What PyTorch's constructor gives the parameter of a layer; a bias needs the shape of its [weight]. */
    public fun torchDefault(
        layer: Layer,
        weight: TensorShape? = null,
        version: TorchVersion = TorchVersion.CURRENT,
    ): Initializer =
        if (weight == null) Initializers.torchDefault(layer, version)
        else Initializers.torchDefault(layer, weight, version)

    /**
     * This initializer, but another for some [rows]: `normal(std = 0.02).rows(0..0) { zeros() }`.
     *
     * @throws IllegalArgumentException if there are no such rows: the range is empty
     */
    public fun Initializer.rows(rows: LongRange, initializer: InitializerScope.() -> Initializer): Initializer {
        require(!rows.isEmpty()) {
            "rows($rows) is empty; a range of rows has one or more, such as ${rows.first}..${rows.first}"
        }
        return withRows(rows.first, rows.last + 1, initializerOf(initializer))
    }

    /** This initializer, but another for some [rows]: `normal(std = 0.02).rows(0..<4) { zeros() }`. */
    public fun Initializer.rows(rows: IntRange, initializer: InitializerScope.() -> Initializer): Initializer =
        rows(rows.first.toLong()..rows.last.toLong(), initializer)

    /** This initializer, but another for one row: `normal(std = 0.02).row(0) { zeros() }`. */
    public fun Initializer.row(row: Int, initializer: InitializerScope.() -> Initializer): Initializer =
        rows(row..row, initializer)

    /**
     * This initializer, but another for the places [range] of an [axis]: `normal().slice(1, 512..<768) { zeros() }`.
     * With a progression, `0..<12 step 3`, for those alone; with [every], for these places of each block of so many.
     *
     * @throws IllegalArgumentException if there are no such places: the range is empty or runs backwards
     */
    public fun Initializer.slice(
        axis: Int,
        range: LongProgression,
        every: Long? = null,
        initializer: InitializerScope.() -> Initializer,
    ): Initializer {
        require(!range.isEmpty() && range.step > 0) {
            "slice($axis, $range) has no places from the first on; write a range that rises, such as 0..<4"
        }
        val slice = AxisSlice.of(axis, range.first, range.last + 1).withStep(Math.toIntExact(range.step))
        return withSlice(if (every == null) slice else slice.withEvery(every), initializerOf(initializer))
    }

    /** This initializer, but another for some places of an [axis]: `normal().slice(1, 0..<12 step 3) { zeros() }`. */
    public fun Initializer.slice(
        axis: Int,
        range: IntProgression,
        every: Int? = null,
        initializer: InitializerScope.() -> Initializer,
    ): Initializer =
        slice(
            axis,
            LongProgression.fromClosedRange(range.first.toLong(), range.last.toLong(), range.step.toLong()),
            every?.toLong(),
            initializer,
        )
}

/** The initializer that a block names for each shape; what is wrong with it is said as the block says it. */
internal fun initializerOf(block: InitializerScope.() -> Initializer): Initializer = Initializer { shape ->
    try {
        InitializerScope(shape).block().resolve(shape)
    } catch (e: InitializationException) {
        throw DslWords.of(e)
    }
}
