package org.initweights.dsl

import org.initweights.Axes
import org.initweights.DType
import org.initweights.Initializer
import org.initweights.Layout
import org.initweights.Plan
import org.initweights.RandomSource
import org.initweights.TensorShape
import org.initweights.Weights
import org.initweights.WeightsBuilder

/**
 * Where the tensors of [weights] or of a [plan] are declared.
 *
 * Tensors are declared by one thread, inside the block that asks for them.
 */
@InitWeightsDsl
public class WeightsScope internal constructor(private val builder: WeightsBuilder, private val prefix: String = "") {

    /**
     * A tensor.
     *
     * @param name its name in this scope
     * @param shape its sizes, outermost first: `Int` and `Long`, as they come
     * @param dtype what its elements are stored as
     * @param layout which axis is which
     * @param groups into how many groups the channels are split
     * @param packed how many weights lie side by side along the out axis
     * @param stacked over how many leading axes weights of their own lie on each other, as the experts of a mixture
     * @param axes which axes are inputs, outputs and a batch, instead of a layout
     * @return its shape, which the rule of a bias may need
     */
    public fun tensor(
        name: String,
        vararg shape: Number,
        dtype: DType = DType.F32,
        layout: Layout = Layout.OUT_IN_SPATIAL,
        groups: Int = 1,
        packed: Int = 1,
        stacked: Int = 0,
        axes: Axes? = null,
        initializer: InitializerScope.() -> Initializer,
    ): TensorShape {
        val whole =
            shapeOf(prefix + name, shape) { sizes ->
                val stack = if (stacked == 0) sizes else sizes.withStacked(stacked)
                val laidOut = stack.withLayout(layout).withGroups(groups).withPacked(packed)
                if (axes == null) laidOut else laidOut.withAxes(axes)
            }
        return tensor(name, whole, dtype, initializer)
    }

    /** Gives the tensor [to] one more [name]: tied weights. It is saved under its first name, and found under each. */
    public fun tie(name: String, to: String) {
        builder.tie(name, to)
    }

    /** Says that tensors begin as copies of others: `copy("target.**", from = "online.**")`. */
    public fun copy(pattern: String, from: String) {
        builder.copy(pattern, from)
    }

    /**
     * The tensors that are declared here are not trained: they are saved and loaded like others, as PyTorch's buffers
     * are.
     */
    public fun nonTrainable(block: WeightsScope.() -> Unit) {
        builder.nonTrainable { WeightsScope(it, prefix).block() }
    }

    /** A tensor whose shape says all of its axes, and which is returned. */
    public fun tensor(
        name: String,
        shape: TensorShape,
        dtype: DType = DType.F32,
        initializer: InitializerScope.() -> Initializer,
    ): TensorShape {
        builder.tensor(name, shape, dtype, initializerOf(initializer))
        return shape
    }

    /** The tensors that are declared here have names that begin with [name] and a dot. */
    public fun scope(name: String, declarations: WeightsScope.() -> Unit) {
        builder.scope(name) { inner -> WeightsScope(inner, "$prefix$name.").declarations() }
    }
}

/**
 * Tensors without a model class around them, initialised from [seed].
 *
 * ```
 * val weights = weights(seed = 42) {
 *     tensor("conv1.weight", 64, 3, 7, 7) { kaimingNormal(mode = FAN_OUT) }
 *     scope("fc") {
 *         val weight = tensor("weight", 1000, 512) { torchDefault(LINEAR) }
 *         tensor("bias", 1000) { torchDefault(LINEAR, weight) }
 *     }
 * }
 * val kernel: FloatArray = weights.floats("conv1.weight")
 * ```
 */
public fun weights(seed: Long, declarations: WeightsScope.() -> Unit): Weights =
    weights(RandomSource.seeded(seed), declarations)

/** Tensors without a model class around them, initialised from [random]. */
public fun weights(random: RandomSource, declarations: WeightsScope.() -> Unit): Weights =
    Weights.of { builder -> WeightsScope(builder).declarations() }.initialize(random)

/**
 * Tensors without memory for any of them: to be initialised straight into a file.
 *
 * ```
 * plan {
 *     tensor("embed.weight", 32_000, 4096, dtype = DType.BF16) { normal(std = 0.02) }
 * }.initialize(Path.of("model.safetensors"), RandomSource.seeded(42))
 * ```
 */
public fun plan(declarations: WeightsScope.() -> Unit): Plan =
    Plan.of { builder: WeightsBuilder -> WeightsScope(builder).declarations() }
