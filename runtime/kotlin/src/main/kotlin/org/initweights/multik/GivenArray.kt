package org.initweights.multik

import org.initweights.TensorShape
import org.jetbrains.kotlinx.multik.ndarray.data.Dimension
import org.jetbrains.kotlinx.multik.ndarray.data.NDArray

/** Arrays that are already there, of any type, so that none is ever allocated. */
internal class GivenArray<T : Number, D : Dimension> : NDArrayAdapter<T, D>() {
    override fun allocate(shape: TensorShape): NDArray<T, D> = throw UnsupportedOperationException("the array is given")
}
