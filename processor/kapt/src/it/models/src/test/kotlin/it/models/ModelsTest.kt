package it.models

import org.initweights.RandomSource
import org.initweights.dsl.elements
import org.initweights.dsl.initialize
import org.initweights.dsl.weights
import org.junit.jupiter.api.Assertions.assertArrayEquals
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertNotNull
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test

class ModelsTest {

    private val ones = FloatArray(3) { 1f }

    @Test
    fun `every kind of property is initialised`() {
        val model = Properties(FloatArray(2), FloatArray(2))
        model.initWeights(seed = 42)
        assertArrayEquals(FloatArray(2) { 1f }, model.inConstructor)
        assertArrayEquals(FloatArray(2) { 1f }, model.hidden)
        val vectors = listOf(
            model.late, model.nullable, model.fixed, model.field, model.finalField, model.internalLate,
            model.internalFinal, model.internalNullable, model.settable,
        )
        vectors.forEach { assertArrayEquals(ones, it) }
        assertArrayEquals(ones, model.rows[1])
        assertEquals(1.0, model.doubles[1][2])
        assertEquals(0x3F80.toShort(), model.half[0])
        assertEquals(4, model.companionSize.size)
        assertEquals(20, model.symbolic.size)
        assertEquals(
            listOf(
                "inConstructor", "hidden", "late", "nullable", "fixed", "field", "finalField", "internalLate", "internalFinal",
                "internalNullable", "settable", "rows", "doubles", "half", "companionSize", "symbolic",
            ).sorted(),
            model.parameters.map { it.name() }.sorted(),
        )
    }

    @Test
    fun `data classes and composed annotations work`() {
        val point = Point(FloatArray(2), null)
        point.initWeights(seed = 1)
        assertArrayEquals(FloatArray(2), point.y)
        assertEquals(1f, point.x[1])
        val composed = Composed()
        composed.initWeights(seed = 1)
        assertEquals(0.5, composed.parameters["onProperty"].fill().std())
        assertEquals(0.5, composed.parameters["fixed"].fill().std())
        assertTrue(composed.onField.all { it != 0f })
    }

    @Test
    fun `an object is a model`() {
        Single.initWeights(seed = 3)
        listOf(Single.late, Single.nullable, Single.fixed, Single.field).forEach { assertArrayEquals(ones, it) }
        assertEquals(6, Single.linear.weight.size)
    }

    @Test
    fun `sub-models are visited wherever they are`() {
        val network = Network()
        network.late = Linear(2, 2)
        network.initWeights(RandomSource.seeded(5))
        assertEquals(
            listOf(
                "first.weight", "first.bias", "late.weight", "late.bias", "list.0.weight", "list.0.bias", "list.1.weight",
                "list.1.bias", "array.0.weight", "array.0.bias", "map.a.weight", "map.a.bias", "mutable.0.weight",
                "mutable.0.bias", "head.weight", "blocks.0.scale", "blocks.0.dense", "blocks.1.scale", "blocks.1.gate",
                "holder.inner.weight", "holder.inner.bias", "nested.w", "inner.w", "hidden.w",
            ),
            network.parameters.map { it.name() },
        )
        assertNotNull(network.nested.w)
    }

    @Test
    fun `Java's twin starts with the same bytes`() {
        val kotlin = Linear(7, 5)
        val java = Twin(7, 5)
        kotlin.initWeights(seed = 9)
        java.initWeights(seed = 9)
        assertArrayEquals(java.weight, kotlin.weight)
        assertArrayEquals(java.bias, kotlin.bias)
    }

    @Test
    fun `members of the model win over the extensions`() {
        val model = Crowded()
        assertEquals(4L, model.initWeights(4))
        model.initWeights(RandomSource.seeded(4))
        assertArrayEquals(FloatArray(2) { 1f }, model.parameters)
    }

    @Test
    fun `an annotated model is initialised again by the DSL`() {
        val model = Linear(2, 3)
        model.initWeights(seed = 1)
        val ruled = model.parameters.initialize(seed = 2) { named("weight") { constant(4.0) } }
        assertTrue(model.weight.all { it == 4f })
        assertEquals(listOf("bias"), ruled.untouched().map { it.name() })
        assertEquals(3L, weights(seed = 1) { tensor("w", 3) { ones() } }["w"].elements)
    }
}
