package org.initweights.samples.kotlin

import java.nio.file.Path
import kotlin.io.path.readText
import org.assertj.core.api.Assertions.assertThat
import org.initweights.FanMode.FAN_OUT
import org.initweights.Parameters
import org.initweights.RandomSource
import org.initweights.dsl.name
import org.initweights.dsl.tensors
import org.initweights.multik.tensor
import org.jetbrains.kotlinx.multik.api.mk
import org.jetbrains.kotlinx.multik.api.zeros
import org.jetbrains.kotlinx.multik.ndarray.data.D2Array
import org.jetbrains.kotlinx.multik.ndarray.data.D4Array
import org.jetbrains.kotlinx.multik.ndarray.operations.toList
import org.junit.jupiter.api.Test

/** The page on Multik shows code that is compiled here, and that does what it says. */
class MultikPageTest {

    private fun existing(): Pair<Parameters, D2Array<Double>> {
        val kernel: D4Array<Float> = mk.zeros(64, 3, 7, 7)
        val output: D2Array<Double> = mk.zeros<Double>(64, 10).transpose()
        val parameters = tensors {
            tensor("conv.weight", kernel) { kaimingNormal(mode = FAN_OUT) }
            tensor("fc.weight", output) { xavierUniform() }
        }
        parameters.initialize(RandomSource.seeded(42))
        assertThat(kernel.toList()).doesNotContain(0f)
        return parameters to output
    }

    @Test
    fun `arrays that exist are initialised`() {
        val (parameters, output) = existing()
        assertThat(parameters.map { "${it.name} ${it.shape()}" })
            .containsExactly("conv.weight [64, 3, 7, 7]", "fc.weight [10, 64]")
        assertThat(output.toList()).doesNotContain(0.0)
    }

    @Test
    fun `the page's snippets are compiled`() {
        val sources = listOf("test/kotlin/$HOME/MultikPageTest.kt", "main/kotlin/$HOME/multik/Classifier.kt")
        val compiled = sources.joinToString("") { dense(Path.of("src", it).readText()) }
        val snippets = Regex("(?s)```kotlin\n(.*?)```").findAll(PAGE.readText()).map { it.groupValues[1] }.toList()
        assertThat(snippets).hasSize(2).allSatisfy { assertThat(compiled).contains(dense(it)) }
    }

    /** Without white space, since the code stands deeper than on the page. */
    private fun dense(text: String) = text.filterNot { it.isWhitespace() }

    private companion object {
        const val HOME = "org/initweights/samples/kotlin"
        val PAGE: Path = Path.of("..", "..", "runtime", "docs", "frameworks", "multik.md")
    }
}
