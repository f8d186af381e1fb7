package org.initweights.samples.kotlin.notebook

import kotlin.math.ln
import kotlin.math.sqrt
import kotlin.math.tanh
import org.initweights.Initializer
import org.initweights.dsl.InitializerScope
import org.initweights.dsl.weights

// The cells of notebooks/activations.ipynb, word for word.

const val LAYERS = 30
const val WIDTH = 128

/** The standard deviation of the activations behind each of the layers, whose weights start as [start] says. */
fun activations(start: InitializerScope.() -> Initializer): List<Double> {
    val network =
        weights(seed = 42) {
            tensor("input", WIDTH) { normal() }
            repeat(LAYERS) { tensor("layers.$it.weight", WIDTH, WIDTH, initializer = start) }
        }
    var signal = network.floats("input")
    return List(LAYERS) { layer ->
        val weight = network.floats("layers.$layer.weight")
        signal =
            FloatArray(WIDTH) { row ->
                tanh((0 until WIDTH).sumOf { weight[row * WIDTH + it].toDouble() * signal[it] }).toFloat()
            }
        sqrt(signal.sumOf { it.toDouble() * it } / WIDTH)
    }
}

val starts: Map<String, InitializerScope.() -> Initializer> =
    mapOf(
        "normal, std 0.01" to { normal(std = 0.01) },
        "normal, std 1" to { normal() },
        "Xavier uniform" to { xavierUniform() },
        "Kaiming normal" to { kaimingNormal() },
        "orthogonal" to { orthogonal() },
    )

/** A line for each start: the layers from left to right, the deviation on a logarithmic scale from 1e-6 up to 1. */
fun chart(lines: Map<String, List<Double>>): String {
    val colours = listOf("#4477aa", "#ee6677", "#228833", "#ccbb44", "#aa3377")
    val drawn =
        lines.entries.withIndex().joinToString("") { (index, line) ->
            val points =
                line.value.withIndex().joinToString(" ") { (layer, std) ->
                    val height = -ln(std.coerceIn(1e-6, 1.0)) / ln(1e6)
                    "%.1f,%.1f"
                        .format(java.util.Locale.ROOT, 10 + 480.0 * layer / (line.value.size - 1), 10 + 200 * height)
                }
            val label = """<text x="510" y="${20 + 20 * index}" fill="${colours[index]}">${line.key}</text>"""
            """<polyline points="$points" fill="none" stroke="${colours[index]}" stroke-width="2"/>$label"""
        }
    return """<svg xmlns="http://www.w3.org/2000/svg" width="660" height="220" font-family="sans-serif" font-size="13">$drawn</svg>"""
}
