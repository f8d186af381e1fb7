package org.initweights.samples.kotlin

import java.nio.file.Path
import kotlin.io.path.readText
import org.assertj.core.api.Assertions.assertThat
import org.initweights.samples.kotlin.notebook.LAYERS
import org.initweights.samples.kotlin.notebook.activations
import org.initweights.samples.kotlin.notebook.chart
import org.initweights.samples.kotlin.notebook.starts
import org.junit.jupiter.api.Test

/** The notebook's cells are the code that is compiled here, and they show what they say. */
class ActivationsTest {

    @Test
    fun `the cells of the notebook are the compiled code`() {
        val source = Path.of("src/main/kotlin/org/initweights/samples/kotlin/notebook/Activations.kt").readText()
        val code = source.substringAfter("word for word.\n\n").split("\n\n").map { it.trim() }
        val notebook = Path.of("notebooks/activations.ipynb").readText()
        assertThat(code).hasSize(4).allSatisfy { block ->
            assertThat(notebook).contains(block.lines().joinToString("\\n\",\n", transform = ::json).trimStart())
        }
        assertThat(source.lines().filter { it.startsWith("import kotlin") }).allSatisfy {
            assertThat(notebook).contains(it)
        }
    }

    /** A line as the source of a cell has it, without its end. */
    private fun json(line: String): String = "    \"" + line.replace("\\", "\\\\").replace("\"", "\\\"")

    @Test
    fun `five starts keep, lose or saturate the signal`() {
        val last = starts.mapValues { activations(it.value).last() }
        assertThat(last.getValue("normal, std 0.01")).isLessThan(1e-6)
        assertThat(last.getValue("normal, std 1")).isGreaterThan(0.8)
        assertThat(last.getValue("Xavier uniform")).isBetween(0.02, 0.4)
        assertThat(last.getValue("orthogonal")).isBetween(0.05, 0.4)
        assertThat(last.getValue("Kaiming normal")).isGreaterThan(last.getValue("Xavier uniform"))
    }

    @Test
    fun `the chart has a line with a point for each layer`() {
        val svg = chart(starts.mapValues { activations(it.value) })
        val lines = Regex("points=\"([^\"]*)\"").findAll(svg).map { it.groupValues[1].split(" ") }.toList()
        assertThat(lines).hasSize(5).allSatisfy { assertThat(it).hasSize(LAYERS) }
        assertThat(starts.keys).allSatisfy { assertThat(svg).contains(">$it<") }
    }
}
