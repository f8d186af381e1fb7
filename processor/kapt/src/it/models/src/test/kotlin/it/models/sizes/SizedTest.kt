package it.models.sizes

import it.models.bytes
import java.nio.file.Path
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertNull
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.io.TempDir

class SizedTest {

    @TempDir lateinit var folder: Path

    @Test
    fun `sizes of all kinds give what numbers give`() {
        val kotlin = Sized(Config(rows = 3, width = Width(4)))
        kotlin.initWeights(seed = 3)
        val first = bytes(kotlin.parameters, folder)
        val java = SizedTwin()
        java.initWeights(seed = 3)
        assertEquals(bytes(java.parameters, folder), first)
        assertNull(kotlin.scales)
    }

    @Test
    fun `a size that may be null is there if the condition says so`() {
        val kotlin = Sized(Config(rows = 3, width = Width(4), layers = 2))
        kotlin.initWeights(seed = 3)
        assertEquals(listOf(1f, 1f), kotlin.scales!!.toList())
    }
}
