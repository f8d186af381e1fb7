package org.initweights.multik

import org.initweights.Initializer
import org.initweights.TensorShape
import org.initweights.dsl.InitializerScope
import org.initweights.dsl.TensorsScope
import org.jetbrains.kotlinx.multik.ndarray.data.Dimension
import org.jetbrains.kotlinx.multik.ndarray.data.NDArray

/**
 * An array of Multik's, or a view of one, of the sizes that it has.
 *
 * ```
 * val kernel = mk.zeros<Float>(64, 3, 7, 7)
 * tensors { tensor("conv.weight", kernel) { kaimingNormal(mode = FAN_OUT) } }.initialize(RandomSource.seeded(42))
 * ```
 */
public fun <T : Number, D : Dimension> TensorsScope.tensor(
    name: String,
    array: NDArray<T, D>,
    initializer: InitializerScope.() -> Initializer,
) {
    tensor(name, array, GivenArray(), *array.shape.toTypedArray(), initializer = initializer)
}

/** An array that nothing says how to start: it can be read, saved, loaded and given a rule. */
public fun <T : Number, D : Dimension> TensorsScope.tensor(name: String, array: NDArray<T, D>) {
    tensor(name, array, GivenArray(), TensorShape.of(*LongArray(array.shape.size) { array.shape[it].toLong() }))
}
