package org.initweights.samples.kotlin.mamba

import kotlin.math.sqrt
import org.initweights.Layer.CONV
import org.initweights.Layer.LINEAR
import org.initweights.Weights
import org.initweights.dsl.WeightsScope
import org.initweights.dsl.weights

/**
 * The sizes of a Mamba; by default those of `state-spaces/mamba-130m`.
 *
 * Gu and Dao, *Mamba: linear-time sequence modeling with selective state spaces*, 2023.
 */
class Mamba(
    private val vocabulary: Int = 50_280,
    private val width: Int = 768,
    private val layers: Int = 24,
    private val states: Int = 16,
    private val kernel: Int = 4,
) {
    private val inner = 2 * width
    private val stepRank = (width + 15) / 16

    /** The weights of the model, named as in its checkpoint. */
    fun weights(seed: Long): Weights =
        weights(seed) {
            scope("backbone") {
                tensor("embedding.weight", vocabulary, width) { normal(std = 0.02) }
                repeat(layers) { layer -> scope("layers.$layer") { block() } }
                tensor("norm_f.weight", width) { ones() }
            }
        }

    private fun WeightsScope.block() {
        scope("mixer") {
            tensor("A_log", inner, states) { logRange() }
            tensor("D", inner) { ones() }
            tensor("in_proj.weight", 2 * inner, width) { torchDefault(LINEAR) }
            val conv = tensor("conv1d.weight", inner, 1, kernel, groups = inner) { torchDefault(CONV) }
            tensor("conv1d.bias", inner) { torchDefault(CONV, weight = conv) }
            tensor("x_proj.weight", stepRank + 2 * states, inner) { torchDefault(LINEAR) }
            tensor("dt_proj.weight", inner, stepRank) {
                uniform(-1 / sqrt(stepRank.toDouble()), 1 / sqrt(stepRank.toDouble()))
            }
            tensor("dt_proj.bias", inner) { inverseSoftplusLogUniform(low = 0.001, high = 0.1) }
            // The residual branches of all layers add up, so each ends smaller.
            tensor("out_proj.weight", width, inner) {
                val bound = 1 / sqrt(fanIn.toDouble() * layers)
                uniform(-bound, bound)
            }
        }
        tensor("norm.weight", width) { ones() }
    }
}
