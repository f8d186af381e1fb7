package org.initweights.multik

import kotlin.math.min
import org.jetbrains.kotlinx.multik.ndarray.data.NDArray

/**
 * Visits [count] elements from the one with the row-major index [from], as runs whose neighbours lie at the same
 * distance: all at once if there are no gaps, and else row by row.
 *
 * @param visit takes where in the array's data a run begins, the distance between its elements, how many elements were
 *   visited before, and how many it has
 */
internal inline fun NDArray<*, *>.eachRun(
    from: Long,
    count: Int,
    visit: (position: Int, stride: Int, first: Int, length: Int) -> Unit,
) {
    if (count == 0) return
    if (isRowMajor()) {
        visit(offset + from.toInt(), 1, 0, count)
        return
    }
    val sizes = shape
    val last = sizes.lastIndex
    val index = indexOf(from.toInt(), sizes)
    var done = 0
    while (done < count) {
        val length = min(count - done, sizes[last] - index[last])
        visit(positionOf(index), strides[last], done, length)
        done += length
        index[last] += length
        carry(index, sizes)
    }
}

internal fun NDArray<*, *>.isRowMajor(): Boolean {
    var expected = 1
    for (axis in shape.indices.reversed()) {
        if (shape[axis] != 1 && strides[axis] != expected) return false
        expected *= shape[axis]
    }
    return true
}

internal fun indexOf(element: Int, sizes: IntArray): IntArray {
    val index = IntArray(sizes.size)
    var rest = element
    for (axis in sizes.indices.reversed()) {
        index[axis] = rest % sizes[axis]
        rest /= sizes[axis]
    }
    return index
}

internal fun NDArray<*, *>.positionOf(index: IntArray): Int {
    var position = offset
    for (axis in index.indices) position += index[axis] * strides[axis]
    return position
}

/** After a run, which ends at the end of its row or is the last. */
internal fun carry(index: IntArray, sizes: IntArray) {
    var axis = index.lastIndex
    while (axis > 0 && index[axis] == sizes[axis]) {
        index[axis--] = 0
        index[axis]++
    }
}
