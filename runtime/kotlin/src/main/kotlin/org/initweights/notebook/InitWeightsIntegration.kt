package org.initweights.notebook

import org.initweights.Parameters
import org.initweights.Plan
import org.initweights.Weights
import org.jetbrains.kotlinx.jupyter.api.HTML
import org.jetbrains.kotlinx.jupyter.api.libraries.JupyterIntegration

/**
 * What Kotlin Notebook and Kotlin's kernel for Jupyter do once they have this library: its names are imported, and
 * parameters and reports are shown as tables and pages below their cells.
 *
 * ```
 * @file:DependsOn("org.initweights:initweights-kotlin:0.1.0-SNAPSHOT")
 * @file:DependsOn("org.initweights:initweights-report:0.1.0-SNAPSHOT")
 * ```
 *
 * The kernel makes it and calls it on one thread; nobody else has to.
 */
public class InitWeightsIntegration : JupyterIntegration() {

    override fun Builder.onLoaded() {
        import("org.initweights.*", "org.initweights.dsl.*", "org.initweights.io.*")
        ENUMS.forEach { import("org.initweights.$it.*") }
        render<Parameters> { HTML(parameterTable(it)) }
        render<Weights> { HTML(parameterTable(it.parameters())) }
        render<Plan> { HTML(parameterTable(it.parameters())) }
        if (isReportThere()) {
            ReportRendering.addTo(this)
        }
    }

    /** The report is a jar of its own, which who draws nothing does not have. */
    private fun isReportThere(): Boolean =
        javaClass.classLoader.getResource("org/initweights/report/InitReport.class") != null

    private companion object {
        val ENUMS = listOf("DType", "FanMode", "Layer", "Nonlinearity")
    }
}
