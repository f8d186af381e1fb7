package org.initweights.multik

import org.initweights.TensorShape
import org.jetbrains.kotlinx.multik.ndarray.data.D1
import org.jetbrains.kotlinx.multik.ndarray.data.D2
import org.jetbrains.kotlinx.multik.ndarray.data.D3
import org.jetbrains.kotlinx.multik.ndarray.data.D4
import org.jetbrains.kotlinx.multik.ndarray.data.DN
import org.jetbrains.kotlinx.multik.ndarray.data.Dimension
import org.jetbrains.kotlinx.multik.ndarray.data.MemoryViewDoubleArray
import org.jetbrains.kotlinx.multik.ndarray.data.NDArray

/** `NDArray<Double, D1>`: vectors. Several threads may share it. */
public class DoubleD1Adapter : NDArrayAdapter<Double, D1>() {
    override fun allocate(shape: TensorShape): NDArray<Double, D1> = zeros(sizesOf(shape, "NDArray<Double, D1>", 1), D1)
}

/** `NDArray<Double, D2>`: matrices. Several threads may share it. */
public class DoubleD2Adapter : NDArrayAdapter<Double, D2>() {
    override fun allocate(shape: TensorShape): NDArray<Double, D2> = zeros(sizesOf(shape, "NDArray<Double, D2>", 2), D2)
}

/** `NDArray<Double, D3>`: arrays of three axes. Several threads may share it. */
public class DoubleD3Adapter : NDArrayAdapter<Double, D3>() {
    override fun allocate(shape: TensorShape): NDArray<Double, D3> = zeros(sizesOf(shape, "NDArray<Double, D3>", 3), D3)
}

/** `NDArray<Double, D4>`: arrays of four axes, such as the kernels of convolutions. Several threads may share it. */
public class DoubleD4Adapter : NDArrayAdapter<Double, D4>() {
    override fun allocate(shape: TensorShape): NDArray<Double, D4> = zeros(sizesOf(shape, "NDArray<Double, D4>", 4), D4)
}

/** `NDArray<Double, DN>`: arrays of any number of axes. Several threads may share it. */
public class DoubleDNAdapter : NDArrayAdapter<Double, DN>() {
    override fun allocate(shape: TensorShape): NDArray<Double, DN> =
        zeros(sizesOf(shape, "NDArray<Double, DN>", null), DN(shape.rank()))
}

private fun <D : Dimension> zeros(sizes: IntArray, dim: D): NDArray<Double, D> =
    NDArray(MemoryViewDoubleArray(DoubleArray(sizes.fold(1, Int::times))), shape = sizes, dim = dim)
