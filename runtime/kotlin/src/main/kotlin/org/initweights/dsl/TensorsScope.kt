package org.initweights.dsl

import java.nio.DoubleBuffer
import java.nio.FloatBuffer
import java.nio.ShortBuffer
import org.initweights.HalfFormat
import org.initweights.Initializer
import org.initweights.Parameters
import org.initweights.RandomSource
import org.initweights.TensorAdapter
import org.initweights.TensorShape
import org.initweights.TensorsBuilder

/**
 * Where [tensors] that are already there get names, shapes and initializers.
 *
 * Tensors are given by one thread, inside the block that asks for them.
 */
@InitWeightsDsl
public class TensorsScope internal constructor(private val builder: TensorsBuilder, private val prefix: String = "") {

    /** Floats, row-major. */
    public fun tensor(
        name: String,
        tensor: FloatArray,
        vararg shape: Number,
        initializer: InitializerScope.() -> Initializer,
    ) {
        builder.tensor(name, tensor, initializerOf(initializer), shapeOf(prefix + name, shape))
    }

    /** Doubles, row-major. */
    public fun tensor(
        name: String,
        tensor: DoubleArray,
        vararg shape: Number,
        initializer: InitializerScope.() -> Initializer,
    ) {
        builder.tensor(name, tensor, initializerOf(initializer), shapeOf(prefix + name, shape))
    }

    /** The floats of a buffer from index 0 to its limit, row-major. */
    public fun tensor(
        name: String,
        tensor: FloatBuffer,
        vararg shape: Number,
        initializer: InitializerScope.() -> Initializer,
    ) {
        builder.tensor(name, tensor, initializerOf(initializer), shapeOf(prefix + name, shape))
    }

    /** The doubles of a buffer from index 0 to its limit, row-major. */
    public fun tensor(
        name: String,
        tensor: DoubleBuffer,
        vararg shape: Number,
        initializer: InitializerScope.() -> Initializer,
    ) {
        builder.tensor(name, tensor, initializerOf(initializer), shapeOf(prefix + name, shape))
    }

    /** Half floats, row-major. */
    public fun tensor(
        name: String,
        tensor: ShortArray,
        format: HalfFormat,
        vararg shape: Number,
        initializer: InitializerScope.() -> Initializer,
    ) {
        builder.tensor(name, tensor, format, initializerOf(initializer), shapeOf(prefix + name, shape))
    }

    /** The half floats of a buffer from index 0 to its limit, row-major. */
    public fun tensor(
        name: String,
        tensor: ShortBuffer,
        format: HalfFormat,
        vararg shape: Number,
        initializer: InitializerScope.() -> Initializer,
    ) {
        builder.tensor(name, tensor, format, initializerOf(initializer), shapeOf(prefix + name, shape))
    }

    /** Arrays of arrays of floats or doubles, one level for each dimension. */
    public fun tensor(
        name: String,
        tensor: Array<out Any>,
        vararg shape: Number,
        initializer: InitializerScope.() -> Initializer,
    ) {
        builder.tensor(name, tensor, initializerOf(initializer), shapeOf(prefix + name, shape))
    }

    /** A tensor of any type that an adapter knows. */
    public fun <T : Any> tensor(
        name: String,
        tensor: T,
        adapter: TensorAdapter<T>,
        vararg shape: Number,
        initializer: InitializerScope.() -> Initializer,
    ) {
        builder.tensor(name, tensor, adapter, initializerOf(initializer), shapeOf(prefix + name, shape))
    }

    /**
     * A tensor that nothing says how to start: it can be read, saved, loaded and given a rule, and is not initialised
     * without one.
     */
    public fun <T : Any> tensor(name: String, tensor: T, adapter: TensorAdapter<T>, shape: TensorShape) {
        builder.tensor(name, tensor, adapter, shape)
    }

    /** The tensors that are given here have names that begin with [name] and a dot. */
    public fun scope(name: String, tensors: TensorsScope.() -> Unit) {
        builder.scope(name) { inner -> TensorsScope(inner, "$prefix$name.").tensors() }
    }
}

/**
 * Tensors that are already there, as parameters. Nothing is copied, and nothing is written yet.
 *
 * ```
 * tensors {
 *     tensor("conv.weight", array, 64, 3, 7, 7) { kaimingNormal(mode = FAN_OUT) }
 *     scope("fc") { tensor("weight", matrix, 10, 64) { torchDefault(LINEAR) } }
 * }.initialize(RandomSource.torch(42))
 * ```
 */
public fun tensors(tensors: TensorsScope.() -> Unit): Parameters =
    Parameters.of { builder: TensorsBuilder -> TensorsScope(builder).tensors() }

/**
 * Fills an array that is already there, as `torch.nn.init` does.
 *
 * ```
 * array.fill("conv.weight", TensorShape.of(64, 3, 7, 7), RandomSource.seeded(42)) { kaimingNormal(mode = FAN_OUT) }
 * ```
 */
public fun FloatArray.fill(
    name: String,
    shape: TensorShape,
    random: RandomSource,
    initializer: InitializerScope.() -> Initializer,
): Unit = initializerOf(initializer).fill(name, this, shape, random)

/** Fills an array without a name, from [RandomSource.sequence] or [RandomSource.torch]. */
public fun FloatArray.fill(
    shape: TensorShape,
    random: RandomSource,
    initializer: InitializerScope.() -> Initializer,
): Unit = initializerOf(initializer).fill(this, shape, random)

/** Fills an array that is already there. */
public fun DoubleArray.fill(
    name: String,
    shape: TensorShape,
    random: RandomSource,
    initializer: InitializerScope.() -> Initializer,
): Unit = initializerOf(initializer).fill(name, this, shape, random)

/** Fills an array without a name, from [RandomSource.sequence] or [RandomSource.torch]. */
public fun DoubleArray.fill(
    shape: TensorShape,
    random: RandomSource,
    initializer: InitializerScope.() -> Initializer,
): Unit = initializerOf(initializer).fill(this, shape, random)
