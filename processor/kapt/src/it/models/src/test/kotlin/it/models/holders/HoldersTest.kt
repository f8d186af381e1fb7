package it.models.holders

import it.models.bytes
import java.nio.file.Path
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertNull
import org.junit.jupiter.api.Assertions.assertThrows
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.io.TempDir

class HoldersTest {

    @TempDir lateinit var folder: Path

    @Test
    fun `holders of holders are visited and start as their twin in Java`() {
        val kotlin = Holders()
        val java = HoldersTwin()
        kotlin.initWeights(seed = 7)
        java.initWeights(seed = 7)
        val blocks = listOf(
            "stages.0.0", "stages.1.0", "stages.1.1", "grid.0.0", "grid.0.1", "grid.1.0", "grid.1.1", "heads.cls.0",
            "heads.box.0", "heads.box.1", "mutable.a.0", "arrays.0.0", "projected.0.0", "optional.0", "hidden.0.0",
        )
        assertEquals(blocks.flatMap { listOf("$it.weight", "$it.bias") }, kotlin.parameters.map { it.name() })
        assertEquals(bytes(java.parameters, folder), bytes(kotlin.parameters, folder))
    }

    @Test
    fun `type variables that a subclass binds are visited`() {
        val kotlin = Encoder()
        val java = EncoderTwin()
        kotlin.initWeights(seed = 8)
        java.initWeights(seed = 8)
        assertEquals(
            listOf("first", "rest.0", "rest.1", "named.x.0", "norm", "own").flatMap { listOf("$it.weight", "$it.bias") },
            kotlin.parameters.map { it.name() },
        )
        assertEquals(bytes(java.parameters, folder), bytes(kotlin.parameters, folder))
    }

    @Test
    fun `a plan has what the model would have, and allocates nothing`() {
        val planned = Holders()
        val built = Holders()
        built.initWeights(seed = 1)
        assertEquals(
            built.parameters.map { it.name() to it.shape() },
            planned.plan().parameters().map { it.name() to it.shape() },
        )
        assertEquals(HoldersTwin().plan().parameters().elements(), planned.plan().parameters().elements())
        assertNull(planned.stages[1][1].bias)
        assertThrows(UninitializedPropertyAccessException::class.java) { planned.stages[1][1].weight }
    }
}
