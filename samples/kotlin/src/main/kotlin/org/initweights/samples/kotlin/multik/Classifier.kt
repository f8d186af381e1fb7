package org.initweights.samples.kotlin.multik

import org.initweights.annotation.KaimingNormal
import org.initweights.annotation.Normal
import org.initweights.annotation.Ones
import org.initweights.annotation.Orthogonal
import org.initweights.annotation.Shape
import org.initweights.annotation.XavierUniform
import org.initweights.annotation.Zeros
import org.jetbrains.kotlinx.multik.api.mk
import org.jetbrains.kotlinx.multik.api.zeros
import org.jetbrains.kotlinx.multik.ndarray.data.D1Array
import org.jetbrains.kotlinx.multik.ndarray.data.D2
import org.jetbrains.kotlinx.multik.ndarray.data.D2Array
import org.jetbrains.kotlinx.multik.ndarray.data.D3
import org.jetbrains.kotlinx.multik.ndarray.data.D4
import org.jetbrains.kotlinx.multik.ndarray.data.DN
import org.jetbrains.kotlinx.multik.ndarray.data.NDArray

/** A layer whose weight and bias are Multik's arrays: no adapter is named. */
class Linear(val inputs: Int, val outputs: Int) {
    @Shape(dims = "outputs, inputs") @KaimingNormal lateinit var weight: NDArray<Float, D2>
    @Shape(dims = "outputs") @Zeros lateinit var bias: D1Array<Float>
}

/** A classifier of videos, with arrays of each rank. */
class Classifier {
    @Shape(8, 3, 3, 5, 5) @KaimingNormal lateinit var stem: NDArray<Float, DN>
    @Shape(16, 8, 3, 3) @KaimingNormal lateinit var conv: NDArray<Float, D4>
    @Shape(4, 16, 16) @Normal(std = 0.02) lateinit var mixers: NDArray<Double, D3>
    @Shape(16) @Ones var scale: D1Array<Double>? = null
    /** A view, which is written through: the array below it holds the weight transposed. */
    @Shape(32, 16) @XavierUniform val turned: D2Array<Float> = mk.zeros<Float>(16, 32).transpose()
    @Shape(16, 16) @Orthogonal val mixer: D2Array<Double> = mk.zeros(16, 16)
    val head = Linear(32, 10)

    /** Numbers of classes are no weights, and nothing is said of them. */
    val classes: D1Array<Int> = mk.zeros(10)
}
