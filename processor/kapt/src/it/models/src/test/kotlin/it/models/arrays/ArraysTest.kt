package it.models.arrays

import it.models.bytes
import java.nio.file.Path
import org.jetbrains.kotlinx.multik.ndarray.data.get
import org.junit.jupiter.api.Assertions.assertArrayEquals
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertNull
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.io.TempDir

class ArraysTest {

    @TempDir lateinit var folder: Path

    @Test
    fun `arrays of Multik hold what Java's arrays do`() {
        val kotlin = Arrays(Config(rows = 3, width = Width(4)))
        kotlin.initWeights(seed = 3)
        val first = bytes(kotlin.parameters, folder)
        val java = ArraysTwin()
        java.initWeights(seed = 3)
        assertEquals(bytes(java.parameters, folder), first)
        assertArrayEquals(intArrayOf(3, 4), kotlin.matrix.shape)
        assertEquals(kotlin.parameters.get("matrix").get(6), kotlin.matrix[1, 2].toDouble())
        assertNull(kotlin.scales)
    }

    @Test
    fun `a size that may be null is there if the condition says so`() {
        val kotlin = Arrays(Config(rows = 3, width = Width(4), layers = 2))
        kotlin.initWeights(seed = 3)
        assertArrayEquals(intArrayOf(2), kotlin.scales!!.shape)
    }
}
