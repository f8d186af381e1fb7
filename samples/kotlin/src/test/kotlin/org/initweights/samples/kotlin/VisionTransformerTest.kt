package org.initweights.samples.kotlin

import kotlin.math.sqrt
import org.assertj.core.api.Assertions.assertThat
import org.assertj.core.api.Assertions.within
import org.initweights.dsl.elements
import org.initweights.dsl.fill
import org.initweights.dsl.initialize
import org.initweights.dsl.name
import org.initweights.dsl.size
import org.initweights.dsl.std
import org.initweights.dsl.untouched
import org.initweights.samples.kotlin.vit.VisionTransformer
import org.initweights.samples.kotlin.vit.initWeights
import org.initweights.samples.kotlin.vit.parameters
import org.junit.jupiter.api.Test

class VisionTransformerTest {

    private val model = VisionTransformer().also { it.initWeights(seed = 1) }
    private val parameters = model.parameters

    @Test
    fun `has the parameters of torchvision's vit_b_16`() {
        assertThat(parameters.elements).isEqualTo(86_567_656)
        assertThat(parameters.size).isEqualTo(152)
        assertThat(parameters.map { it.name })
            .startsWith("classToken", "patches.weight", "patches.bias", "encoder.positions")
            .contains("encoder.layers.11.attention.inWeight", "encoder.layers.0.mlp.expand.bias")
            .endsWith("head.weight", "head.bias")
    }

    @Test
    fun `starts as torchvision starts it`() {
        assertThat(parameters["patches.weight"].fill.std).isCloseTo(1 / sqrt(768.0), within(1e-12))
        assertThat(parameters["encoder.layers.3.attention.inWeight"].fill.std)
            .isCloseTo(sqrt(2.0 / (4 * 768)), within(1e-12))
        assertThat(parameters["encoder.layers.3.mlp.expand.weight"].fill.std)
            .isCloseTo(sqrt(2.0 / (5 * 768)), within(1e-12))
        assertThat(model.head.weight).containsOnly(0f)
        assertThat(model.encoder.layers[3].norm2.weight).containsOnly(1f)
        assertThat(model.encoder.positions.map { it * it.toDouble() }.average()).isCloseTo(4e-4, within(1e-5))
    }

    @Test
    fun `can be initialised again by rules`() {
        val ruled =
            parameters.initialize(seed = 7) {
                named("encoder.layers.*.mlp.*.weight") { truncNormal(std = 0.02, a = -0.04, b = 0.04) }
                named("head.weight") { normal(std = 0.01) }
            }
        assertThat(model.encoder.layers[0].mlp.expand.weight.max()).isBetween(0.039f, 0.04f)
        assertThat(model.head.weight).doesNotContain(0f)
        assertThat(ruled.untouched.size).isEqualTo(152 - 25)
    }
}
