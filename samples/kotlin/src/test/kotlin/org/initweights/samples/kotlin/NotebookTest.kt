package org.initweights.samples.kotlin

import java.io.File
import java.nio.file.Path
import kotlin.io.path.readText
import kotlin.io.path.writeText
import kotlinx.serialization.ExperimentalSerializationApi
import kotlinx.serialization.json.Json
import kotlinx.serialization.json.JsonArray
import kotlinx.serialization.json.JsonElement
import kotlinx.serialization.json.JsonObject
import kotlinx.serialization.json.JsonPrimitive
import kotlinx.serialization.json.jsonArray
import kotlinx.serialization.json.jsonObject
import kotlinx.serialization.json.jsonPrimitive
import org.assertj.core.api.Assertions.assertThat
import org.jetbrains.kotlinx.jupyter.EvalRequestData
import org.jetbrains.kotlinx.jupyter.ReplForJupyter
import org.jetbrains.kotlinx.jupyter.api.MimeTypedResult
import org.jetbrains.kotlinx.jupyter.repl.creating.createRepl
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.condition.DisabledForJreRange
import org.junit.jupiter.api.condition.JRE

/**
 * Runs the notebook's cells in Kotlin's own kernel, which finds the library's integration by itself. What a cell gives
 * must be what the notebook shows below it; `-Dinitweights.updateExpected=true` writes it there.
 */
class NotebookTest {

    private val notebook = Json.parseToJsonElement(FILE.readText()).jsonObject
    private val classPath = System.getProperty("java.class.path").split(File.pathSeparator).map(::File)

    @Test
    @DisabledForJreRange(
        min = JRE.JAVA_24,
        disabledReason = "the kernel of Maven Central has a compiler for older Java",
    )
    fun `each cell gives what the notebook shows`() {
        val kernel = createRepl(scriptClasspath = classPath, isEmbedded = true)
        // This kernel has a compiler that is older than the library it reads here.
        kernel.run("@file:CompilerArgs(\"-Xskip-metadata-version-check\")")
        var count = 0
        val cells = notebook.getValue("cells").jsonArray.map { it.jsonObject }
        val run = cells.map { if (isCode(it)) withOutput(it, ++count, kernel) else it }
        assertThat(count).isGreaterThan(5)
        val text =
            FORMAT.encodeToString(JsonElement.serializer(), JsonObject(notebook + ("cells" to JsonArray(run)))) + "\n"
        if (!System.getProperty("initweights.updateExpected").isNullOrEmpty()) FILE.writeText(text)
        assertThat(text).isEqualTo(FILE.readText())
        assertThat(text).contains("<polyline", "<td>layers.0.weight</td>").doesNotContain("/home/", "/root/", "/tmp/")
    }

    private fun isCode(cell: JsonObject) = cell.getValue("cell_type").jsonPrimitive.content == "code"

    private fun withOutput(cell: JsonObject, count: Int, kernel: ReplForJupyter): JsonObject {
        val code = cell.getValue("source").jsonArray.joinToString("") { it.jsonPrimitive.content }
        // The library is on the class path of this test, and need not be released.
        val value = if ("DependsOn" in code) Unit else kernel.run(code)
        val number = "execution_count" to JsonPrimitive(count)
        val outputs =
            if (value is Unit) listOf() else listOf(JsonObject(mapOf("data" to data(value)) + number + RESULT))
        return JsonObject(cell + number + ("outputs" to JsonArray(outputs)))
    }

    private fun ReplForJupyter.run(code: String): Any? = evalEx(EvalRequestData(code)).renderedValue

    private fun data(value: Any?): JsonObject {
        val shown = if (value is MimeTypedResult) value.toMap() else mapOf("text/plain" to value.toString())
        return JsonObject(shown.mapValues { (_, text) -> JsonArray(lines(text).map(::JsonPrimitive)) })
    }

    private fun lines(text: String) = text.split(Regex("(?<=\n)"))

    private companion object {
        val FILE: Path = Path.of("notebooks", "thirty-layers.ipynb")
        val RESULT = mapOf("metadata" to JsonObject(mapOf()), "output_type" to JsonPrimitive("execute_result"))

        @OptIn(ExperimentalSerializationApi::class)
        val FORMAT = Json {
            prettyPrint = true
            prettyPrintIndent = " "
        }
    }
}
