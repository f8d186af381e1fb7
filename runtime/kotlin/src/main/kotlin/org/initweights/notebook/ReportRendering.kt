package org.initweights.notebook

import org.initweights.report.InitReport
import org.initweights.report.ParameterTable
import org.jetbrains.kotlinx.jupyter.api.HTML
import org.jetbrains.kotlinx.jupyter.api.libraries.JupyterIntegration

/** Apart, since it needs the report's classes. */
internal object ReportRendering {

    fun addTo(builder: JupyterIntegration.Builder) {
        builder.import("org.initweights.report.*")
        // A page of its own, with its own style, in a frame.
        builder.render<InitReport> { HTML(it.html(), isolated = true) }
        builder.render<ParameterTable> { HTML("<pre>${escaped(it.toString())}</pre>") }
    }
}
