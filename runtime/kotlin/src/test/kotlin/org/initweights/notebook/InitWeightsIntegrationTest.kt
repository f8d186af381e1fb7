package org.initweights.notebook

import java.lang.reflect.Proxy
import org.assertj.core.api.Assertions.assertThat
import org.initweights.dsl.parameters
import org.initweights.dsl.plan
import org.initweights.dsl.weights
import org.initweights.report.InitReport
import org.jetbrains.kotlinx.jupyter.api.FieldValue
import org.jetbrains.kotlinx.jupyter.api.MimeTypedResult
import org.jetbrains.kotlinx.jupyter.api.Notebook
import org.jetbrains.kotlinx.jupyter.api.libraries.ExecutionHost
import org.jetbrains.kotlinx.jupyter.api.libraries.LibraryDefinition
import org.junit.jupiter.api.Test

/** What a kernel does with the integration: it finds it, loads it, and asks its renderers. */
class InitWeightsIntegrationTest {

    private val weights =
        weights(seed = 1) {
            tensor("fc<1>.weight", 20, 30) { xavierNormal() }
            tensor("bias", 20) { zeros() }
        }

    private val definition: LibraryDefinition = InitWeightsIntegration().getDefinitions(proxy<Notebook>()).single()

    @Test
    fun `a kernel finds it`() {
        val found = javaClass.getResource("/META-INF/kotlin-jupyter-libraries/libraries.json")!!.readText()
        val named = Regex("\"fqn\": \"([^\"]+)\"").find(found)!!.groupValues[1]
        assertThat(Class.forName(named)).isEqualTo(InitWeightsIntegration::class.java)
    }

    @Test
    fun `it imports packages that exist`() {
        assertThat(definition.imports).contains("org.initweights.dsl.*", "org.initweights.report.*")
        assertThat(definition.imports.map { it.removeSuffix(".*") }).allSatisfy { name ->
            val known = javaClass.classLoader.getDefinedPackage(name) != null
            assertThat(known || javaClass.getResource("/" + name.replace('.', '/')) != null || isEnum(name)).isTrue()
        }
    }

    @Test
    fun `parameters, weights and plans are tables`() {
        val plan = plan { tensor("fc<1>.weight", 20, 30) { xavierNormal() } }
        for (value in listOf(weights, weights.parameters, plan)) {
            assertThat(shown(value))
                .contains("<td>fc&lt;1>.weight</td><td>[20, 30]</td><td>F32</td><td>N(0, 0.2²)</td>")
                .doesNotContain("fc<1>")
        }
        assertThat(shown(weights))
            .contains("<td>bias</td><td>[20]</td><td>F32</td><td>0</td>")
            .contains("620 elements in 2")
    }

    @Test
    fun `a report is its page`() {
        val report = InitReport.of(weights.parameters)
        assertThat(shown(report)).contains("fc&lt;1").contains("<svg")
    }

    private fun shown(value: Any): String {
        val renderer = definition.renderers.first { it.accepts(value) }
        val result = renderer.execution.execute(proxy<ExecutionHost>(), FieldValue(value, null)).value
        return (result as MimeTypedResult).getValue("text/html")
    }

    private fun isEnum(name: String): Boolean = runCatching { Class.forName(name).isEnum }.getOrDefault(false)

    /** A notebook of which nothing but its cell is asked, and what has no answers. */
    private inline fun <reified T> proxy(): T = proxy(T::class.java) as T

    private fun proxy(type: Class<*>): Any =
        Proxy.newProxyInstance(type.classLoader, arrayOf(type)) { _, method, _ ->
            if (method.name == "getCurrentCell") proxy(method.returnType) else null
        }
}
