package org.initweights.notebook

import org.initweights.Parameters
import org.initweights.Plan
import org.initweights.Weights
import org.initweights.report.InitReport
import org.jetbrains.kotlinx.jupyter.api.HTML
import org.jetbrains.kotlinx.jupyter.api.libraries.JupyterIntegration

/**
 * InitWeights in a Kotlin notebook: what it imports, and how it shows what a cell returns. The kernel finds it when a
 * cell depends on `initweights-kotlin`; a report is shown as its page if `initweights-report` is there, too.
 *
 * The kernel's thread calls it.
 */
public class InitWeightsIntegration : JupyterIntegration() {

    override fun Builder.onLoaded() {
        import("org.initweights.*", "org.initweights.dsl.*", "org.initweights.io.*")
        import(
            "org.initweights.DType.*",
            "org.initweights.FanMode.*",
            "org.initweights.Layer.*",
            "org.initweights.Nonlinearity.*",
        )
        render<Parameters> { HTML(ParameterPage.of(it)) }
        render<Weights> { HTML(ParameterPage.of(it.parameters())) }
        render<Plan> { HTML(ParameterPage.of(it.parameters())) }
        if (hasReports()) {
            import("org.initweights.report.*")
            ReportRenderer.addTo(this)
        }
    }

    private fun hasReports(): Boolean =
        try {
            Class.forName("org.initweights.report.InitReport", false, javaClass.classLoader) != null
        } catch (absent: ClassNotFoundException) {
            false
        }

    /** On its own, so that nothing asks for reports where there are none. */
    private object ReportRenderer {
        fun addTo(builder: Builder) {
            builder.render<InitReport> { HTML(it.html(), isolated = true) }
        }
    }
}
