package org.initweights.dsl

import org.assertj.core.api.Assertions.assertThat
import org.assertj.core.api.Assertions.assertThatThrownBy
import org.initweights.HalfFormat.BF16
import org.initweights.Initializers
import org.initweights.Layer.LINEAR
import org.initweights.RandomSource
import org.initweights.TensorAdapter
import org.initweights.TensorShape
import org.junit.jupiter.api.Test

class TensorsScopeTest {

    @Test
    fun `tensors that are there start as Java's form says`() {
        val kernel = FloatArray(8 * 9)
        val rows = Array(3) { FloatArray(4) }
        val halves = ShortArray(5)
        val bias = DoubleArray(3)
        val parameters = tensors {
            tensor("conv.weight", kernel, 8, 1, 3, 3) { normal(std = 0.02) }
            scope("fc") {
                tensor("weight", rows, 3, 4) { torchDefault(LINEAR) }
                tensor("bias", bias, 3) { constant(0.5) }
                tensor("scale", halves, BF16, 5) { ones() }
            }
        }
        assertThat(parameters.map { it.name() }).containsExactly("conv.weight", "fc.weight", "fc.bias", "fc.scale")
        assertThat(kernel).containsOnly(0f)
        parameters.initialize(42)
        val expected = FloatArray(8 * 9)
        Initializers.normal(0.0, 0.02)
            .fill("conv.weight", expected, TensorShape.of(8, 1, 3, 3), RandomSource.seeded(42))
        assertThat(kernel).containsExactly(*expected)
        assertThat(bias).containsOnly(0.5)
        assertThat(halves).containsOnly(0x3F80.toShort())
        assertThat(rows[2]).doesNotContain(0f)
    }

    @Test
    fun `an array is filled with and without a name`() {
        val named = FloatArray(6)
        named.fill("w", TensorShape.of(2, 3), RandomSource.seeded(42)) { xavierUniform() }
        val java = FloatArray(6)
        Initializers.xavierUniform().fill("w", java, TensorShape.of(2, 3), RandomSource.seeded(42))
        assertThat(named).containsExactly(*java).doesNotContain(0f)

        val random = RandomSource.sequence(42)
        val first = DoubleArray(4)
        val second = DoubleArray(4)
        first.fill(TensorShape.of(4), random) { normal(std = 1.0) }
        second.fill(TensorShape.of(4), random) { normal(std = 1.0) }
        assertThat(first).isNotEqualTo(second)
        assertThatThrownBy { first.fill(TensorShape.of(4), RandomSource.seeded(1)) { ones() } }
            .hasMessageContaining("give this one a name")
    }

    @Test
    fun `a tensor that nothing says how to start waits for a rule`() {
        val values = FloatArray(4)
        val adapter =
            object : TensorAdapter<FloatArray> {
                override fun allocate(shape: TensorShape) = FloatArray(shape.elements().toInt())

                override fun elements(tensor: FloatArray) = tensor.size.toLong()

                override fun get(tensor: FloatArray, index: Long) = tensor[index.toInt()].toDouble()

                override fun put(tensor: FloatArray, offset: Long, values: FloatArray, count: Int) {
                    values.copyInto(tensor, offset.toInt(), 0, count)
                }
            }
        val parameters = tensors { tensor("scale", values, adapter, TensorShape.of(4)) }
        assertThatThrownBy { parameters.initialize(1) }.hasMessageContaining("[NoInitializer]")
        parameters.withRules { rules -> rules.named("scale", Initializers.ones()) }.initialize(1)
        assertThat(values).containsOnly(1f)
    }
}
