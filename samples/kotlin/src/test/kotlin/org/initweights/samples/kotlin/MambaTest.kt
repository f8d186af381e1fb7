package org.initweights.samples.kotlin

import kotlin.math.exp
import kotlin.math.ln
import kotlin.math.ln1p
import org.assertj.core.api.Assertions.assertThat
import org.assertj.core.api.Assertions.within
import org.initweights.dsl.elements
import org.initweights.dsl.name
import org.initweights.dsl.parameters
import org.initweights.samples.kotlin.mamba.Mamba
import org.junit.jupiter.api.Test

class MambaTest {

    @Test
    fun `has the parameters of mamba-130m`() {
        val weights = Mamba().weights(seed = 1)
        assertThat(weights.parameters.elements).isEqualTo(129_135_360)
        assertThat(weights.parameters.map { it.name })
            .startsWith("backbone.embedding.weight", "backbone.layers.0.mixer.A_log")
            .contains("backbone.layers.23.mixer.dt_proj.bias")
            .endsWith("backbone.layers.23.norm.weight", "backbone.norm_f.weight")
    }

    @Test
    fun `starts as the paper says`() {
        val weights = Mamba(vocabulary = 10, width = 64, layers = 2).weights(seed = 1)
        val states = weights.floats("backbone.layers.1.mixer.A_log")
        assertThat(states[0]).isZero()
        assertThat(states[16 + 15].toDouble()).isCloseTo(ln(16.0), within(1e-6))
        val steps = weights.floats("backbone.layers.1.mixer.dt_proj.bias").map { ln1p(exp(it.toDouble())) }
        assertThat(steps).allMatch { it in 0.000999..0.1001 }
        assertThat(weights.floats("backbone.layers.1.mixer.dt_proj.weight").toList()).allMatch { it in -0.5f..0.5f }
    }
}
