package org.initweights.dsl

import org.assertj.core.api.Assertions.assertThat
import org.assertj.core.api.Assertions.assertThatThrownBy
import org.initweights.FanMode.FAN_OUT
import org.initweights.Initializers
import org.initweights.Nonlinearity.RELU
import org.initweights.Selection
import org.junit.jupiter.api.Test

class RulesScopeTest {

    private val weights =
        weights(seed = 1) {
            tensor("conv.weight", 8, 4, 3, 3) { constant(7.0) }
            tensor("conv.bias", 8) { constant(7.0) }
            tensor("head.weight", 200, 8) { constant(7.0) }
            tensor("norm.scale", 8) { constant(7.0) }
        }

    @Test
    fun `rules are for names, ranks and conditions`() {
        val ruled =
            weights.parameters.initialize(seed = 5) {
                named("**.bias") { zeros() }
                ofRank(4) { kaimingNormal(FAN_OUT, RELU) }
                where({ it.elements > 1_000 }) { normal(std = 0.02) }
            }
        assertThat(weights.floats("conv.bias")).containsOnly(0f)
        assertThat(weights.floats("conv.weight")).doesNotContain(7f)
        assertThat(weights.floats("norm.scale")).containsOnly(7f)
        assertThat(ruled.untouched.map { it.name }).containsExactly("norm.scale")
        assertThat(ruled.ruleFor("head.weight")).hasToString("where(…)")
        assertThat(ruled.matched["head.weight"].fill.std).isEqualTo(0.02)
    }

    @Test
    fun `Java's form gives the same values`() {
        weights.parameters.initialize(seed = 5) {
            all { ones() }
            matching(Selection.named("*.weight").ofRank(4)) { kaimingNormal() }
        }
        val kotlin = weights.floats("conv.weight").clone()
        weights.parameters
            .withRules { rules ->
                rules
                    .all(Initializers.ones())
                    .matching(Selection.named("*.weight").ofRank(4), Initializers.kaimingNormal())
            }
            .initialize(5)
        assertThat(weights.floats("conv.weight")).isEqualTo(kotlin)
        assertThat(weights.floats("head.weight")).containsOnly(1f)
    }

    @Test
    fun `a rule that matches nothing is an error, and nothing is written`() {
        assertThatThrownBy {
                weights.parameters.initialize(seed = 5) {
                    named("bias") { zeros() }
                    named("decoder.**") { zeros() }
                }
            }
            .isInstanceOf(IllegalArgumentException::class.java)
            .hasMessageStartingWith("named(\"decoder.**\") matches no parameter; there are [conv.weight, ")
        assertThat(weights.floats("conv.bias")).containsOnly(7f)
    }

    @Test
    fun `a priority decides between rules of which neither is narrower`() {
        assertThatThrownBy {
                weights.parameters.initialize(seed = 5) {
                    named("conv.*") { zeros() }
                    ofRank(1) { ones() }
                }
            }
            .isInstanceOf(IllegalArgumentException::class.java)
            .hasMessage(
                "named(\"conv.*\") and ofRank(1) both match conv.bias, and neither is narrower; " +
                    "narrow one of them, or give it a higher priority [AmbiguousRules]"
            )
        assertThat(weights.floats("conv.bias")).containsOnly(7f)
        weights.parameters.initialize(seed = 5) {
            named("conv.*") { zeros() }
            ofRank(1, priority = 1) { ones() }
            named("decoder.**", optional = true) { zeros() }
        }
        assertThat(weights.floats("conv.bias")).containsOnly(1f)
        assertThat(weights.floats("conv.weight")).containsOnly(0f)
    }

    @Test
    fun `a rule that never wins is an error`() {
        assertThatThrownBy {
                weights.parameters.initialize(seed = 5) {
                    named("bias") { zeros() }
                    named("conv.bias") { ones() }
                }
            }
            .hasMessage(
                "named(\"bias\") matches conv.bias, but named(\"conv.bias\") is narrower; " +
                    "remove it, or give it a higher priority [RuleNeverWins]"
            )
    }
}
