package org.initweights.dsl

import java.nio.file.Files
import java.nio.file.Path
import kotlin.io.path.extension
import kotlin.io.path.readText
import kotlin.streams.toList
import org.assertj.core.api.Assertions.assertThat
import org.junit.jupiter.api.Test

/** Each public class tells its users what threads may do, as those of core do. */
class ThreadsInKdocTest {

    @Test
    fun `each public class says what threads may do`() {
        val classes =
            sources()
                .flatMap { PUBLIC_CLASS.findAll(it.readText()) }
                .associate { it.groupValues[2] to it.groupValues[1] }
        assertThat(classes).containsKeys("WeightsScope", "RulesScope", "InitializerScope")
        assertThat(classes.filterValues { "thread" !in it }.keys).isEmpty()
    }

    private fun sources(): List<Path> =
        Files.walk(Path.of("src/main/kotlin")).use { files -> files.filter { it.extension == "kt" }.toList() }

    private companion object {
        val PUBLIC_CLASS = Regex("""/\*\*((?:(?!\*/)[\s\S])*)\*/\s*(?:@\w+\s+)*public (?:class|interface) (\w+)""")
    }
}
