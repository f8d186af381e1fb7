package org.initweights.multik

import org.initweights.DType
import org.initweights.TensorAdapter
import org.initweights.TensorShape
import org.jetbrains.kotlinx.multik.ndarray.data.DataType
import org.jetbrains.kotlinx.multik.ndarray.data.Dimension
import org.jetbrains.kotlinx.multik.ndarray.data.NDArray

/**
 * Multik's arrays as parameters: of `Float` and `Double`, of any rank, and views of other arrays.
 *
 * The adapters are found without being named, one for each type of array, so a field is enough:
 * ```
 * class Linear {
 *     @Shape(64, 32) @KaimingNormal lateinit var weight: NDArray<Float, D2>
 *     @Shape(64) @Zeros lateinit var bias: D1Array<Double>
 * }
 * ```
 *
 * Arrays that are already there are given to [org.initweights.dsl.tensors].
 *
 * Multik's arrays lie on the heap. What is drawn is copied into them a piece at a time, at the offset and with the
 * strides of a transposed array or a slice, and nothing beside its elements is written. Elements are numbered in
 * row-major order either way.
 *
 * An array that cannot be written is an [IllegalArgumentException]: integers, complex numbers, arrays of another shape
 * than the parameter's, and those whose elements share memory.
 *
 * Threads may share an adapter, and write different elements of an array at the same time.
 */
public sealed class NDArrayAdapter<T : Number, D : Dimension> : TensorAdapter<NDArray<T, D>> {

    override fun elements(tensor: NDArray<T, D>): Long = tensor.size.toLong()

    override fun dtype(tensor: NDArray<T, D>): DType {
        requireOwnElements(tensor)
        return when (tensor.dtype) {
            DataType.FloatDataType -> DType.F32
            DataType.DoubleDataType -> DType.F64
            else -> throw IllegalArgumentException(notFloating(tensor))
        }
    }

    override fun get(tensor: NDArray<T, D>, index: Long): Double {
        val value = DoubleArray(1)
        read(tensor, index, value, 1)
        return value[0]
    }

    override fun read(tensor: NDArray<T, D>, offset: Long, values: FloatArray, count: Int) {
        if (dtype(tensor) == DType.F32) {
            val data = tensor.data.getFloatArray()
            tensor.eachRun(offset, count) { position, stride, first, length ->
                if (stride == 1) data.copyInto(values, first, position, position + length)
                else for (i in 0 until length) values[first + i] = data[position + i * stride]
            }
        } else {
            val data = tensor.data.getDoubleArray()
            tensor.eachRun(offset, count) { position, stride, first, length ->
                for (i in 0 until length) values[first + i] = data[position + i * stride].toFloat()
            }
        }
    }

    override fun read(tensor: NDArray<T, D>, offset: Long, values: DoubleArray, count: Int) {
        if (dtype(tensor) == DType.F64) {
            val data = tensor.data.getDoubleArray()
            tensor.eachRun(offset, count) { position, stride, first, length ->
                if (stride == 1) data.copyInto(values, first, position, position + length)
                else for (i in 0 until length) values[first + i] = data[position + i * stride]
            }
        } else {
            val data = tensor.data.getFloatArray()
            tensor.eachRun(offset, count) { position, stride, first, length ->
                for (i in 0 until length) values[first + i] = data[position + i * stride].toDouble()
            }
        }
    }

    override fun put(tensor: NDArray<T, D>, offset: Long, values: FloatArray, count: Int) {
        if (dtype(tensor) == DType.F32) {
            val data = tensor.data.getFloatArray()
            tensor.eachRun(offset, count) { position, stride, first, length ->
                if (stride == 1) values.copyInto(data, position, first, first + length)
                else for (i in 0 until length) data[position + i * stride] = values[first + i]
            }
        } else {
            val data = tensor.data.getDoubleArray()
            tensor.eachRun(offset, count) { position, stride, first, length ->
                for (i in 0 until length) data[position + i * stride] = values[first + i].toDouble()
            }
        }
    }

    override fun put(tensor: NDArray<T, D>, offset: Long, values: DoubleArray, count: Int) {
        check(dtype(tensor) == DType.F64) { "doubles are not rounded, and the NDArray is of Float" }
        val data = tensor.data.getDoubleArray()
        tensor.eachRun(offset, count) { position, stride, first, length ->
            if (stride == 1) values.copyInto(data, position, first, first + length)
            else for (i in 0 until length) data[position + i * stride] = values[first + i]
        }
    }

    override fun isConcurrent(): Boolean = true

    /** The array's own; an array of another rank holds the parameter's elements in its own row-major order. */
    override fun strides(tensor: NDArray<T, D>, shape: TensorShape): LongArray {
        val sizes = LongArray(tensor.shape.size) { tensor.shape[it].toLong() }
        if (sizes.contentEquals(shape.dims()) && tensor.size > 0) {
            return LongArray(sizes.size) { tensor.strides[it].toLong() }
        }
        require(sizes.size != shape.rank() || sizes.contentEquals(shape.dims())) { otherSizes(tensor, shape) }
        return super.strides(tensor, shape)
    }
}
