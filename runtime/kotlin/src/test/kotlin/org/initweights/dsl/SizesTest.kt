package org.initweights.dsl

import org.assertj.core.api.Assertions.assertThat
import org.assertj.core.api.Assertions.assertThatIllegalArgumentException
import org.assertj.core.api.Assertions.assertThatThrownBy
import org.initweights.InitializationException
import org.initweights.TensorShape
import org.junit.jupiter.api.Test

class SizesTest {

    @Test
    fun `sizes are Int and Long, as they come`() {
        val experts = 4
        val ffn = 6L
        val weights =
            weights(seed = 1) {
                tensor("gate_up", experts, 2 * ffn, 8, stacked = 1, packed = 2) { xavierUniform() }
                tensor("long", 4L, 5L) { ones() }
                tensor("scalar") { zeros() }
            }
        assertThat(weights["gate_up"].shape).isEqualTo(TensorShape.of(4, 12, 8).withStacked(1).withPacked(2))
        assertThat(weights["long"].shape).isEqualTo(TensorShape.of(4, 5))
        assertThat(weights["scalar"].shape.rank).isZero()
    }

    @Test
    fun `a size with a fraction is refused by the tensor's name`() {
        assertThatIllegalArgumentException()
            .isThrownBy { plan { tensor("w", 3.5, 4) { ones() } } }
            .withMessage("w: 3.5 is no size; sizes are Int or Long")
        assertThatIllegalArgumentException()
            .isThrownBy { tensors { tensor("w", FloatArray(4), 4f) { ones() } } }
            .withMessage("w: 4.0 is no size; sizes are Int or Long")
    }

    @Test
    fun `what is refused of a tensor begins with its whole name`() {
        val wrong =
            listOf<() -> Any>(
                { plan { scope("a") { tensor("w", -2, 3) { ones() } } } },
                { plan { scope("a") { nonTrainable { tensor("w", 3, 4, groups = 2) { ones() } } } } },
                { weights(seed = 1) { scope("a") { tensor("w", 3, 4) { normal(std = -1.0) } } } },
                { tensors { scope("a") { tensor("w", FloatArray(4), -4) { ones() } } } },
                { tensors { scope("a") { tensor("w", FloatArray(4), 4) { normal(std = -1.0) } } } },
            )
        for (work in wrong) {
            assertThatThrownBy { work() }
                .isInstanceOfSatisfying(InitializationException::class.java) {
                    assertThat(it.parameter()).isEqualTo("a.w")
                    assertThat(it.message).startsWith("a.w: ").matches { text -> text.split("a.w: ").size == 2 }
                }
        }
    }

    @Test
    fun `rows are ranges of Int or Long, or one`() {
        val rows =
            listOf<InitializerScope.() -> org.initweights.Initializer>(
                    { ones().rows(1..2) { zeros() } },
                    { ones().rows(1..<3) { zeros() } },
                    { ones().rows(1L..2L) { zeros() } },
                    { ones().row(1) { zeros() }.row(2) { zeros() } },
                )
                .map { weights(seed = 1) { tensor("w", 5, initializer = it) }.floats("w").toList() }
        assertThat(rows).containsOnly(listOf(1f, 0f, 0f, 1f, 1f))
    }

    @Test
    fun `no rows are refused, and rows that are not there are named as Kotlin does`() {
        assertThatIllegalArgumentException()
            .isThrownBy { weights(seed = 1) { tensor("w", 5) { ones().rows(4..<4) { zeros() } } } }
            .withMessageContaining("rows(4..3) is empty")
        assertThatThrownBy { weights(seed = 1) { tensor("w", 5) { ones().rows(4..9) { zeros() } } } }
            .isInstanceOf(InitializationException::class.java)
            .hasMessage("w: rows has rows 4..<10, but [5] has the rows 0..<5 [SliceRange]")
    }

    @Test
    fun `slices are ranges of an axis, with steps and blocks`() {
        val slices =
            listOf<InitializerScope.() -> org.initweights.Initializer>(
                    { ones().slice(1, 1..<6 step 2) { zeros() } },
                    { ones().slice(1, 1L..5L step 2) { zeros() } },
                    { ones().slice(1, 1..1, every = 2) { zeros() } },
                    { ones().slice(1, 1..1) { zeros() }.slice(1, 3..<4) { zeros() }.slice(1, 5..5) { zeros() } },
                )
                .map { weights(seed = 1) { tensor("w", 2, 6, initializer = it) }.floats("w").toList() }
        assertThat(slices).containsOnly(List(12) { if (it % 2 == 0) 1f else 0f })
    }

    @Test
    fun `slices that are not there are named as Kotlin does`() {
        assertThatIllegalArgumentException()
            .isThrownBy { weights(seed = 1) { tensor("w", 5) { ones().slice(0, 4 downTo 2) { zeros() } } } }
            .withMessageContaining("slice(0, 4 downTo 2 step 1) has no places from the first on")
        assertThatThrownBy { weights(seed = 1) { tensor("w", 5, 4) { ones().slice(1, 0..6 step 3) { zeros() } } } }
            .isInstanceOf(InitializationException::class.java)
            .hasMessage("w: slice has 0..<7 step 3 of axis 1, but [5, 4] has the places 0..<4 of axis 1 [SliceRange]")
        assertThatThrownBy { weights(seed = 1) { tensor("w", 6) { ones().slice(0, 0..1, every = 4) { zeros() } } } }
            .hasMessageStartingWith("w: slice has rows 0..<2 of every 4, but 6 / 4 leaves 2")
    }

    @Test
    fun `bytes have units`() {
        assertThat(listOf(256.MiB, 2.GiB, 7.MB, 5.GB))
            .containsExactly(268_435_456L, 2_147_483_648L, 7_000_000L, 5_000_000_000L)
    }
}
