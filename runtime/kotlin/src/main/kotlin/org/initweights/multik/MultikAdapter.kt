package org.initweights.multik

import org.initweights.DType
import org.initweights.TensorAdapter
import org.initweights.TensorShape
import org.jetbrains.kotlinx.multik.ndarray.data.D1
import org.jetbrains.kotlinx.multik.ndarray.data.D2
import org.jetbrains.kotlinx.multik.ndarray.data.D3
import org.jetbrains.kotlinx.multik.ndarray.data.D4
import org.jetbrains.kotlinx.multik.ndarray.data.DN
import org.jetbrains.kotlinx.multik.ndarray.data.DataType
import org.jetbrains.kotlinx.multik.ndarray.data.Dimension
import org.jetbrains.kotlinx.multik.ndarray.data.MemoryViewFloatArray
import org.jetbrains.kotlinx.multik.ndarray.data.NDArray

/**
 * Multik's arrays of floats as parameters, views and transposed ones among them.
 *
 * This adapter is found without being named; Multik itself is yours to add:
 * ```
 * class Linear(val inputs: Int, val outputs: Int) {
 *     @Shape(dims = "outputs, inputs") @LlamaNormal lateinit var weight: NDArray<Float, D2>
 * }
 * ```
 *
 * What it allocates has the type [D1] to [D4] up to four dimensions and [DN] beyond, so declare fields so. A scalar, which Multik does not
 * have, and an array whose shape is not the parameter's are refused.
 *
 * An adapter never changes, and threads may share it; they may write different elements of an array at the same time.
 */
public class MultikAdapter<D : Dimension> : TensorAdapter<NDArray<Float, D>> {

    override fun allocate(shape: TensorShape): NDArray<Float, D> {
        require(shape.rank() > 0) { "Multik has no arrays without dimensions; declare a scalar as @Shape(1)" }
        val sizes = IntArray(shape.rank()) { Math.toIntExact(shape.size(it)) }
        val elements = MemoryViewFloatArray(FloatArray(Math.toIntExact(shape.elements())))
        // The field's type says which dimension it is, and the class of an adapter cannot know it.
        @Suppress("UNCHECKED_CAST")
        return NDArray(elements, shape = sizes, dim = dimension(sizes.size) as D)
    }

    private fun dimension(rank: Int): Dimension =
        when (rank) {
            1 -> D1
            2 -> D2
            3 -> D3
            4 -> D4
            else -> DN(rank)
        }

    override fun elements(tensor: NDArray<Float, D>): Long = tensor.size.toLong()

    override fun get(tensor: NDArray<Float, D>, index: Long): Double =
        floats(tensor)[position(tensor, index.toInt())].toDouble()

    override fun put(tensor: NDArray<Float, D>, offset: Long, values: FloatArray, count: Int) {
        val floats = floats(tensor)
        if (isRowMajor(tensor)) {
            values.copyInto(floats, tensor.offset + offset.toInt(), 0, count)
        } else {
            for (i in 0 until count) floats[position(tensor, offset.toInt() + i)] = values[i]
        }
    }

    override fun read(tensor: NDArray<Float, D>, offset: Long, values: FloatArray, count: Int) {
        val floats = floats(tensor)
        if (isRowMajor(tensor)) {
            val from = tensor.offset + offset.toInt()
            floats.copyInto(values, 0, from, from + count)
        } else {
            for (i in 0 until count) values[i] = floats[position(tensor, offset.toInt() + i)]
        }
    }

    override fun isConcurrent(): Boolean = true

    override fun strides(tensor: NDArray<Float, D>, shape: TensorShape): LongArray {
        val sizes = LongArray(tensor.shape.size) { tensor.shape[it].toLong() }
        require(sizes.contentEquals(shape.dims())) {
            "the NDArray has the shape ${sizes.contentToString()}, and the parameter has ${shape.dims().contentToString()}"
        }
        return LongArray(tensor.strides.size) { tensor.strides[it].toLong() }
    }

    override fun dtype(tensor: NDArray<Float, D>): DType {
        require(tensor.dtype == DataType.FloatDataType) {
            "the NDArray holds ${tensor.dtype.clazz.simpleName}, and weights are Float; give array.asType<Float>()"
        }
        return DType.F32
    }

    private fun floats(tensor: NDArray<Float, D>): FloatArray = tensor.data.getFloatArray()

    private fun isRowMajor(tensor: NDArray<Float, D>): Boolean {
        var expected = 1
        for (axis in tensor.shape.indices.reversed()) {
            if (tensor.shape[axis] != 1 && tensor.strides[axis] != expected) return false
            expected *= tensor.shape[axis]
        }
        return true
    }

    /** Where the element with a number, in row-major order, lies. */
    private fun position(tensor: NDArray<Float, D>, index: Int): Int {
        var rest = index
        var position = tensor.offset
        for (axis in tensor.shape.indices.reversed()) {
            position += rest % tensor.shape[axis] * tensor.strides[axis]
            rest /= tensor.shape[axis]
        }
        return position
    }
}
