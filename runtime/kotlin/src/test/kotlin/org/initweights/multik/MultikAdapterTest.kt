package org.initweights.multik

import org.assertj.core.api.Assertions.assertThat
import org.assertj.core.api.Assertions.assertThatIllegalArgumentException
import org.initweights.RandomSource
import org.initweights.TensorShape
import org.initweights.dsl.fill
import org.initweights.dsl.tensors
import org.jetbrains.kotlinx.multik.ndarray.data.D2
import org.jetbrains.kotlinx.multik.ndarray.data.Dimension
import org.jetbrains.kotlinx.multik.ndarray.data.MemoryViewDoubleArray
import org.jetbrains.kotlinx.multik.ndarray.data.MemoryViewFloatArray
import org.jetbrains.kotlinx.multik.ndarray.data.NDArray
import org.jetbrains.kotlinx.multik.ndarray.data.get
import org.junit.jupiter.api.Test

class MultikAdapterTest {

    private fun expected(name: String, vararg shape: Int): FloatArray {
        val sizes = TensorShape.of(*LongArray(shape.size) { shape[it].toLong() })
        return FloatArray(sizes.elements().toInt()).also { it.fill(name, sizes, RandomSource.seeded(3)) { normal() } }
    }

    @Test
    fun `arrays of every rank hold what an array of floats would`() {
        for (shape in listOf(intArrayOf(7), intArrayOf(3, 4), intArrayOf(2, 3, 4), intArrayOf(2, 2, 2, 3), intArrayOf(1, 2, 1, 2, 3))) {
            val adapter = MultikAdapter<Dimension>()
            val array = adapter.allocate(TensorShape.of(*LongArray(shape.size) { shape[it].toLong() }))
            val parameters = tensors { tensor("w", array, adapter, *shape.toTypedArray()) { normal() } }
            parameters.initialize(3)
            assertThat(array.dim.d).isEqualTo(shape.size)
            assertThat(array.data.getFloatArray()).containsExactly(*expected("w", *shape))
            assertThat(FloatArray(array.size) { parameters["w"][it.toLong()].toFloat() })
                .containsExactly(*expected("w", *shape))
        }
    }

    @Test
    fun `a transposed view is written where it is`() {
        val array = NDArray<Float, D2>(MemoryViewFloatArray(FloatArray(12)), shape = intArrayOf(3, 4), dim = D2)
        val view = array.transpose(1, 0)
        tensors { tensor("w", view, MultikAdapter<D2>(), 4, 3) { normal() } }.initialize(3)
        val expected = expected("w", 4, 3)
        for (row in 0 until 4) for (column in 0 until 3) {
            assertThat(view[row, column]).isEqualTo(expected[3 * row + column])
            assertThat(array[column, row]).isEqualTo(expected[3 * row + column])
        }
    }

    @Test
    fun `what is no such array is refused by the tensor's name`() {
        val array = NDArray<Float, D2>(MemoryViewFloatArray(FloatArray(12)), shape = intArrayOf(3, 4), dim = D2)
        assertThatIllegalArgumentException()
            .isThrownBy { tensors { tensor("w", array, MultikAdapter<D2>(), 4, 3) { normal() } } }
            .withMessage("w [4, 3]: the NDArray has the shape [3, 4], and the parameter has [4, 3]")
        assertThatIllegalArgumentException()
            .isThrownBy { MultikAdapter<Dimension>().allocate(TensorShape.of()) }
            .withMessageContaining("@Shape(1)")
        @Suppress("UNCHECKED_CAST")
        val doubles =
            NDArray<Double, D2>(MemoryViewDoubleArray(DoubleArray(4)), shape = intArrayOf(2, 2), dim = D2)
                as NDArray<Float, D2>
        assertThatIllegalArgumentException()
            .isThrownBy { tensors { tensor("w", doubles, MultikAdapter<D2>(), 2, 2) { normal() } } }
            .withMessageStartingWith("w [2, 2]: the NDArray holds Double, and weights are Float")
    }
}
