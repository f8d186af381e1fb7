package org.initweights.notebook

import java.util.Locale
import org.initweights.Parameters
import org.initweights.dsl.dtype
import org.initweights.dsl.elements
import org.initweights.dsl.fill
import org.initweights.dsl.name
import org.initweights.dsl.shape

/** How many rows a table has at most; the others are counted below it. */
internal const val SHOWN_PARAMETERS = 200

/** A table of parameters, one row for each, and their number below. */
internal fun parameterTable(parameters: Parameters): String = buildString {
    append("<table><thead><tr>")
    listOf("parameter", "shape", "type", "elements", "starts as").forEach { append("<th>$it</th>") }
    append("</tr></thead><tbody>")
    for (parameter in parameters.take(SHOWN_PARAMETERS)) {
        append("<tr>")
        listOf(
                parameter.name,
                parameter.shape,
                parameter.dtype,
                "%,d".format(Locale.ROOT, parameter.shape.elements()),
                parameter.fill,
            )
            .forEach { append("<td>${escaped(it.toString())}</td>") }
        append("</tr>")
    }
    append("</tbody></table>")
    val count = parameters.count()
    val more = if (count > SHOWN_PARAMETERS) ", the first $SHOWN_PARAMETERS of them above" else ""
    append(
        "<p>$count ${if (count == 1) "parameter" else "parameters"} of ${"%,d".format(Locale.ROOT, parameters.elements)} elements$more</p>"
    )
}

internal fun escaped(text: String): String =
    text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;")
