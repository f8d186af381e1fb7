package org.initweights.multik

import org.initweights.TensorShape
import org.jetbrains.kotlinx.multik.ndarray.data.NDArray

/** What is said of arrays that cannot hold a parameter. */
internal fun requireOwnElements(array: NDArray<*, *>) {
    if (array.size == 0) return
    for (axis in array.shape.indices) {
        require(array.shape[axis] <= 1 || array.strides[axis] != 0) {
            "the NDArray repeats the same memory along axis $axis, so its elements cannot have values of their own; " +
                "give a copy, array.deepCopy()"
        }
    }
}

internal fun notFloating(array: NDArray<*, *>): String {
    val cure = if (array.dtype.isNumber()) "give array.asType<Float>(), or leave it out" else "leave it out"
    return "the NDArray is of ${array.dtype.clazz.simpleName}, and weights are Float or Double; $cure"
}

internal fun otherSizes(array: NDArray<*, *>, shape: TensorShape): String {
    val cure =
        if (array.shape.reversed() == shape.dims().map { it.toInt() }) "give array.transpose(), or the other shape"
        else "give an array of the parameter's shape, or an array of one axis"
    return "the NDArray has the sizes ${array.shape.contentToString()}, and the parameter " +
        "${shape.dims().contentToString()}; $cure"
}

/**
 * The sizes of a new array.
 *
 * @param type as it stands in the field
 * @param rank how many axes arrays of that type have; `null` if any number
 * @throws IllegalArgumentException if Multik has no such array
 */
internal fun sizesOf(shape: TensorShape, type: String, rank: Int?): IntArray {
    require(shape.rank() > 0) { "Multik has no arrays without an axis; write @Shape(1), or declare a FloatArray" }
    require(rank == null || rank == shape.rank()) {
        val fitting = if (shape.rank() <= NAMED_RANKS) "D${shape.rank()}" else "DN"
        "the shape ${shape.dims().contentToString()} has ${shape.rank()} axes, and $type has $rank; declare it as " +
            "${type.substringBefore(',')}, $fitting>"
    }
    require(shape.elements() <= Int.MAX_VALUE) {
        "Multik's arrays hold up to ${Int.MAX_VALUE} elements, and the shape ${shape.dims().contentToString()} has " +
            "${shape.elements()}; divide it, or declare a FloatBuffer"
    }
    return IntArray(shape.rank()) { shape.dims()[it].toInt() }
}

/** Multik's `D1` to `D4`; arrays of more axes are of `DN`. */
private const val NAMED_RANKS = 4
