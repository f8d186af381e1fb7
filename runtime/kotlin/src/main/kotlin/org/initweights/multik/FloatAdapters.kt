package org.initweights.multik

import org.initweights.TensorShape
import org.jetbrains.kotlinx.multik.ndarray.data.D1
import org.jetbrains.kotlinx.multik.ndarray.data.D2
import org.jetbrains.kotlinx.multik.ndarray.data.D3
import org.jetbrains.kotlinx.multik.ndarray.data.D4
import org.jetbrains.kotlinx.multik.ndarray.data.DN
import org.jetbrains.kotlinx.multik.ndarray.data.Dimension
import org.jetbrains.kotlinx.multik.ndarray.data.MemoryViewFloatArray
import org.jetbrains.kotlinx.multik.ndarray.data.NDArray

/** `NDArray<Float, D1>`: vectors. Several threads may share it. */
public class FloatD1Adapter : NDArrayAdapter<Float, D1>() {
    override fun allocate(shape: TensorShape): NDArray<Float, D1> = zeros(sizesOf(shape, "NDArray<Float, D1>", 1), D1)
}

/** `NDArray<Float, D2>`: matrices. Several threads may share it. */
public class FloatD2Adapter : NDArrayAdapter<Float, D2>() {
    override fun allocate(shape: TensorShape): NDArray<Float, D2> = zeros(sizesOf(shape, "NDArray<Float, D2>", 2), D2)
}

/** `NDArray<Float, D3>`: arrays of three axes. Several threads may share it. */
public class FloatD3Adapter : NDArrayAdapter<Float, D3>() {
    override fun allocate(shape: TensorShape): NDArray<Float, D3> = zeros(sizesOf(shape, "NDArray<Float, D3>", 3), D3)
}

/** `NDArray<Float, D4>`: arrays of four axes, such as the kernels of convolutions. Several threads may share it. */
public class FloatD4Adapter : NDArrayAdapter<Float, D4>() {
    override fun allocate(shape: TensorShape): NDArray<Float, D4> = zeros(sizesOf(shape, "NDArray<Float, D4>", 4), D4)
}

/** `NDArray<Float, DN>`: arrays of any number of axes. Several threads may share it. */
public class FloatDNAdapter : NDArrayAdapter<Float, DN>() {
    override fun allocate(shape: TensorShape): NDArray<Float, DN> =
        zeros(sizesOf(shape, "NDArray<Float, DN>", null), DN(shape.rank()))
}

private fun <D : Dimension> zeros(sizes: IntArray, dim: D): NDArray<Float, D> =
    NDArray(MemoryViewFloatArray(FloatArray(sizes.fold(1, Int::times))), shape = sizes, dim = dim)
