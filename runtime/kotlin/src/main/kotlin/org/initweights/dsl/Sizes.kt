package org.initweights.dsl

import org.initweights.InitializationException
import org.initweights.TensorShape

/**
 * The shape of these sizes, outermost first: `Int` and `Long`, as they come.
 *
 * @param name the tensor's whole name, for what is wrong
 * @param roles what its axes are
 */
internal fun shapeOf(
    name: String,
    sizes: Array<out Number>,
    roles: (TensorShape) -> TensorShape = { it },
): TensorShape {
    val lengths = LongArray(sizes.size) { sizeOf(name, sizes[it]) }
    try {
        return roles(TensorShape.of(*lengths))
    } catch (e: InitializationException) {
        throw e.ofParameter(name)
    }
}

private fun sizeOf(name: String, size: Number): Long {
    require(size !is Float && size !is Double) { "$name: $size is no size; sizes are Int or Long" }
    return size.toLong()
}

/** 2²⁰ bytes each. */
public val Int.MiB: Long
    get() = toLong() shl 20

/** 2³⁰ bytes each. */
public val Int.GiB: Long
    get() = toLong() shl 30

/** 1,000,000 bytes each. */
public val Int.MB: Long
    get() = this * 1_000_000L

/** 1,000,000,000 bytes each: what Hugging Face counts shards in. */
public val Int.GB: Long
    get() = this * 1_000_000_000L
