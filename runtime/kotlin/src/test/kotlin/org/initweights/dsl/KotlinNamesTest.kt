package org.initweights.dsl

import java.lang.reflect.Modifier
import java.net.URI
import java.nio.file.FileSystems
import java.nio.file.Files
import java.nio.file.Path
import org.assertj.core.api.Assertions.assertThat
import org.initweights.Initializer
import org.jspecify.annotations.NullMarked
import org.junit.jupiter.api.Test

/** Core's public names read well from Kotlin, and its types are exact there. */
class KotlinNamesTest {

    @Test
    fun `no public name of core is a hard keyword of Kotlin`() {
        val names =
            publicTypes().flatMap { type ->
                type.name.split('.', '$') +
                    type.declaredMethods.filter { Modifier.isPublic(it.modifiers) && !it.isSynthetic }.map { it.name } +
                    type.declaredFields.filter { Modifier.isPublic(it.modifiers) }.map { it.name }
            }
        assertThat(names).contains("kaimingNormal", "RandomSource", "named").doesNotContainAnyElementsOf(HARD_KEYWORDS)
    }

    @Test
    fun `core's packages are null-marked, so that Kotlin sees no platform types`() {
        val packages = publicTypes().map { it.`package` }.distinct()
        assertThat(packages).hasSizeGreaterThan(4).allMatch { it.isAnnotationPresent(NullMarked::class.java) }
    }

    private fun publicTypes(): List<Class<*>> {
        val home = Initializer::class.java.protectionDomain.codeSource.location.toURI()
        return if (home.path.endsWith("/")) typesUnder(Path.of(home)) else inJar(home)
    }

    private fun inJar(jar: URI): List<Class<*>> =
        FileSystems.newFileSystem(Path.of(jar)).use { typesUnder(it.getPath("/")) }

    private fun typesUnder(root: Path): List<Class<*>> =
        Files.walk(root).use { files ->
            files
                .map { root.relativize(it).toString() }
                .filter { it.startsWith("org/") && it.endsWith(".class") && !it.endsWith("-info.class") }
                // Not public, and its classes need a module that is not there.
                .filter { !it.startsWith("org/initweights/internal/draw/seeded/vector/") }
                .map { Class.forName(it.removeSuffix(".class").replace('/', '.')) }
                .toList()
                .filter { Modifier.isPublic(it.modifiers) }
        }

    private companion object {
        val HARD_KEYWORDS =
            setOf(
                "as",
                "break",
                "class",
                "continue",
                "do",
                "else",
                "false",
                "for",
                "fun",
                "if",
                "in",
                "interface",
                "is",
                "null",
                "object",
                "package",
                "return",
                "super",
                "this",
                "throw",
                "true",
                "try",
                "typealias",
                "typeof",
                "val",
                "var",
                "when",
                "while",
            )
    }
}
