package org.initweights.notebook

import java.lang.reflect.Proxy
import java.net.URL
import java.net.URLClassLoader
import org.assertj.core.api.Assertions.assertThat
import org.initweights.Parameters
import org.initweights.dsl.parameters
import org.initweights.dsl.plan
import org.initweights.dsl.weights
import org.initweights.report.InitReport
import org.initweights.report.ParameterTable
import org.jetbrains.kotlinx.jupyter.api.CodeCell
import org.jetbrains.kotlinx.jupyter.api.FieldValue
import org.jetbrains.kotlinx.jupyter.api.MimeTypedResult
import org.jetbrains.kotlinx.jupyter.api.Notebook
import org.jetbrains.kotlinx.jupyter.api.libraries.ExecutionHost
import org.jetbrains.kotlinx.jupyter.api.libraries.JupyterIntegration
import org.jetbrains.kotlinx.jupyter.api.libraries.LibraryDefinition
import org.junit.jupiter.api.Test

/** The renderers as a kernel calls them; the sample's notebook runs in Kotlin's own. */
class InitWeightsIntegrationTest {

    private val weights =
        weights(seed = 1) {
            tensor("a.weight", 4, 3) { normal(std = 0.02) }
            tensor("<b>&", 2) { zeros() }
        }

    /** A part of a kernel that has what is given, and nothing else. */
    private inline fun <reified T> having(values: Map<String, Any> = mapOf()): T =
        Proxy.newProxyInstance(T::class.java.classLoader, arrayOf(T::class.java)) { _, method, _ ->
            values[method.name] ?: throw UnsupportedOperationException(method.name)
        } as T

    private val notebook = having<Notebook>(mapOf("getCurrentCell" to having<CodeCell>()))

    private fun definition(integration: JupyterIntegration = InitWeightsIntegration()): LibraryDefinition =
        integration.getDefinitions(notebook).single()

    private fun html(value: Any): String = shown(value).getValue("text/html")

    private fun shown(value: Any): MimeTypedResult {
        val renderer = definition().renderers.single { it.accepts(value) }
        return renderer.execution.execute(having<ExecutionHost>(), FieldValue(value, null)).value as MimeTypedResult
    }

    @Test
    fun `parameters, weights and plans are tables`() {
        val table = html(weights.parameters)
        assertThat(table)
            .contains("<tr><td>a.weight</td><td>[4, 3]</td><td>F32</td><td>12</td><td>N(0, 0.02²)</td></tr>")
            .contains("<td>&lt;b&gt;&amp;</td>")
            .contains("<p>2 parameters of 14 elements</p>")
        assertThat(html(weights)).isEqualTo(table)
        assertThat(html(plan { tensor("w", 1000, 1000) { ones() } }))
            .contains("<p>1 parameter of 1,000,000 elements</p>")
    }

    @Test
    fun `a table of a large model is cut, and says so`() {
        val large = plan { repeat(250) { tensor("w$it", 2) { ones() } } }
        assertThat(html(large))
            .contains("<td>w199</td>")
            .doesNotContain("<td>w200</td>")
            .contains("<p>250 parameters of 500 elements, the first 200 of them above</p>")
    }

    @Test
    fun `reports are pages`() {
        val report = InitReport.of(weights.parameters)
        assertThat(html(report)).isEqualTo(report.html())
        assertThat(shown(report).isolatedHtml).isTrue()
        assertThat(html(ParameterTable.of(weights.parameters))).startsWith("<pre>").contains("&lt;b&gt;&amp;")
    }

    @Test
    fun `names are imported`() {
        assertThat(definition().imports)
            .contains(
                "org.initweights.*",
                "org.initweights.dsl.*",
                "org.initweights.report.*",
                "org.initweights.FanMode.*",
            )
    }

    @Test
    fun `without the report the rest works`() {
        val loader = WithoutReport(arrayOf(InitWeightsIntegration::class.java.protectionDomain.codeSource.location))
        val integration = loader.loadClass(InitWeightsIntegration::class.java.name).getConstructor().newInstance()
        val definition = definition(integration as JupyterIntegration)
        assertThat(definition.imports).contains("org.initweights.dsl.*").doesNotContain("org.initweights.report.*")
        assertThat(definition.renderers).anyMatch { it.accepts(weights.parameters) }
    }

    @Test
    fun `kernels find the integration`() {
        val file = javaClass.getResource("/META-INF/kotlin-jupyter-libraries/libraries.json")!!.readText()
        val name = Regex("\"fqn\": *\"([^\"]+)\"").find(file)!!.groupValues[1]
        assertThat(Class.forName(name)).isEqualTo(InitWeightsIntegration::class.java)
    }

    /** Loads our Kotlin itself, and has no report. */
    private class WithoutReport(ours: Array<URL>) : URLClassLoader(ours, Parameters::class.java.classLoader) {

        override fun loadClass(name: String, resolve: Boolean): Class<*> {
            if (name.startsWith("org.initweights.report.")) throw ClassNotFoundException(name)
            return if (name.startsWith("org.initweights.notebook.")) findLoadedClass(name) ?: findClass(name)
            else super.loadClass(name, resolve)
        }

        override fun getResource(name: String): URL? =
            if (name.startsWith("org/initweights/report/")) null else super.getResource(name)
    }
}
