package it.models.optional

import it.models.bytes
import java.nio.file.Path
import org.initweights.Parameters
import org.junit.jupiter.api.Assertions.assertArrayEquals
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertNotNull
import org.junit.jupiter.api.Assertions.assertNull
import org.junit.jupiter.api.Assertions.assertThrows
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.io.TempDir

class OptionalsTest {

    @TempDir lateinit var folder: Path

    private fun names(parameters: Parameters) = parameters.map { it.name() }

    @Test
    fun `a parameter that the model does not have stays null`() {
        val with = Biased(2, 3, true)
        val without = Biased(2, 3, false)
        with.initWeights(seed = 2)
        without.initWeights(seed = 2)
        assertEquals(listOf("weight", "bias", "fixed", "late", "hidden"), names(with.parameters))
        assertEquals(listOf("weight"), names(without.parameters))
        assertNotNull(with.bias)
        assertNull(without.bias)
        assertNull(without.fixed)
        assertNull(without.hidden)
        assertThrows(UninitializedPropertyAccessException::class.java) { without.late }
        assertArrayEquals(with.weight, without.weight)
    }

    @Test
    fun `a final property that is null is no parameter`() {
        val with = Given(FloatArray(2), FloatArray(3))
        val without = Given(FloatArray(2), null)
        with.initWeights(seed = 2)
        without.initWeights(seed = 2)
        assertEquals(listOf("weight", "bias", "rows"), names(with.parameters))
        assertEquals(listOf("weight"), names(without.parameters))
        assertEquals(listOf("weight"), names(without.plan().parameters()))
    }

    @Test
    fun `a value that the model says it does not have is refused`() {
        val model = Biased(2, 3, false)
        model.bias = FloatArray(3)
        val thrown = assertThrows(IllegalArgumentException::class.java) { model.initWeights(seed = 1) }
        assertEquals(true, thrown.message!!.startsWith("bias"), thrown.message)
    }

    @Test
    fun `conditions and sizes of other classes start as their twin in Java`() {
        for (config in listOf(Config(true, 2), Config(false, 3))) {
            for (hidden in listOf(2, 3)) {
                for (gated in listOf(true, false)) {
                    val kotlin = Configured(config, gated, hidden, 6, 3)
                    val java = ConfiguredTwin(config, gated, hidden, 6, 3)
                    kotlin.initWeights(seed = 5)
                    java.initWeights(seed = 5)
                    assertEquals(bytes(java.parameters, folder), bytes(kotlin.parameters, folder))
                    assertEquals(config.bias, "bias" in names(kotlin.parameters))
                    assertEquals(gated, "gate" in names(kotlin.parameters))
                    assertEquals(hidden > 2, "deep" in names(kotlin.parameters))
                    assertEquals(names(kotlin.parameters), names(kotlin.plan().parameters()))
                }
            }
        }
    }

    @Test
    fun `a model is planned without memory for its parameters`() {
        val model = Model(Biased(1 shl 20, 1 shl 10, true), null, listOf(Biased(1, 2, false)))
        val plan = model.plan()
        assertEquals((1L shl 30) + 4 * (1 shl 10) + 2, plan.parameters().elements())
        assertNull(model.first.bias)
    }
}
