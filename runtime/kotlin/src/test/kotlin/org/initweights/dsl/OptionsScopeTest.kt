package org.initweights.dsl

import java.nio.file.Files
import java.nio.file.Path
import kotlin.io.path.createDirectory
import kotlin.io.path.div
import kotlin.io.path.name
import kotlin.io.path.readBytes
import org.assertj.core.api.Assertions.assertThat
import org.assertj.core.api.Assertions.assertThatIllegalArgumentException
import org.initweights.Execution
import org.initweights.InitializeOptions
import org.initweights.RandomSource
import org.initweights.io.Checkpoint
import org.initweights.io.SaveOptions
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.io.TempDir

class OptionsScopeTest(@TempDir private val folder: Path) {

    private val plan = plan {
        tensor("a", 300_000) { normal(std = 0.02) }
        tensor("b", 300_000L) { uniform() }
    }

    @Test
    fun `options are those of Java's form, byte for byte`() {
        listOf("k", "j").forEach { (folder / it).createDirectory() }
        plan.initialize(folder / "k" / "m.safetensors", seed = 42) {
            memory = 2.MiB
            shards = 2.MB
            execution = Execution.parallel()
            metadata("run", "7")
        }
        val files = SaveOptions.defaults().withSource(RandomSource.seeded(42)).withMetadata("seed", "42")
        plan.initialize(
            folder / "j" / "m.safetensors",
            RandomSource.seeded(42),
            InitializeOptions.defaults()
                .withMemory(2L shl 20)
                .withFiles(files.withMetadata("run", "7").withShardsOf(2_000_000)),
        )
        val kotlin = files(folder / "k")
        assertThat(kotlin).hasSize(3).isEqualTo(files(folder / "j"))
    }

    @Test
    fun `parameters are saved with options`() {
        val weights = weights(seed = 1) { tensor("a", 10) { normal() } }
        weights.parameters.save(folder / "m.safetensors") { metadata("run", "7") }
        Checkpoint.open(folder / "m.safetensors").use { assertThat(it.metadata()).containsEntry("run", "7") }
    }

    @Test
    fun `options out of range are refused`() {
        assertThatIllegalArgumentException()
            .isThrownBy { plan.initialize(folder / "m.safetensors", seed = 1) { memory = 1.MB } }
            .withMessageContaining("too little")
        assertThatIllegalArgumentException().isThrownBy {
            plan.initialize(folder / "m.safetensors", RandomSource.jax(1)) { shards = 0 }
        }
    }

    private fun files(folder: Path): Map<String, List<Byte>> =
        Files.list(folder).use { files -> files.toList().associate { it.name to it.readBytes().toList() } }
}
