package org.initweights.notebook

import org.initweights.Parameters

/** Parameters as a table of HTML. */
internal object ParameterPage {

    private const val HEAD = "<tr><th>parameter</th><th>shape</th><th>dtype</th><th>starts as</th></tr>"

    fun of(parameters: Parameters): String {
        val rows =
            parameters.joinToString("") {
                val start = if (it.hasInitializer()) it.fill().toString() else "no initializer"
                row(it.name(), it.shape().toString(), it.dtype().toString(), start)
            }
        val total = "%,d elements in %,d parameters".format(parameters.elements(), parameters.size())
        return "<table>$HEAD$rows</table><p>$total</p>"
    }

    private fun row(vararg cells: String): String =
        cells.joinToString("", "<tr>", "</tr>") { "<td>${it.escaped()}</td>" }

    private fun String.escaped(): String = replace("&", "&amp;").replace("<", "&lt;")
}
