package org.initweights.dsl

import java.lang.reflect.Modifier
import org.assertj.core.api.Assertions.assertThat
import org.initweights.Initializers
import org.initweights.SingularSide
import org.initweights.TensorShape
import org.junit.jupiter.api.Test

class InitializerScopeTest {

    @Test
    fun `has a function for each factory of Java's Initializers`() {
        val java = Initializers::class.java.methods.filter { Modifier.isStatic(it.modifiers) }.map { it.name }
        val kotlin = InitializerScope::class.java.methods.map { it.name }
        assertThat(java).hasSizeGreaterThan(20)
        assertThat(java.toSortedSet() - kotlin.toSet())
            .describedAs("factories that InitializerScope does not have")
            .isEmpty()
    }

    @Test
    fun `has the defaults of Java's Initializers`() {
        val scope = InitializerScope(TensorShape.of(4, 4))
        val pairs =
            listOf(
                scope.uniform() to Initializers.uniform(),
                scope.normal() to Initializers.normal(),
                scope.truncNormal() to Initializers.truncNormal(),
                scope.dirac() to Initializers.dirac(),
                scope.xavierUniform() to Initializers.xavierUniform(),
                scope.xavierNormal() to Initializers.xavierNormal(),
                scope.kaimingUniform() to Initializers.kaimingUniform(),
                scope.kaimingNormal() to Initializers.kaimingNormal(),
                scope.orthogonal() to Initializers.orthogonal(),
                scope.deltaOrthogonal() to Initializers.deltaOrthogonal(),
                scope.sparse(0.5) to Initializers.sparse(0.5),
                scope.weightNormGain("v") to Initializers.weightNormGain("v"),
                scope.spectralVector("w", SingularSide.LEFT) to Initializers.spectralVector("w", SingularSide.LEFT),
                scope.icnr(2) to Initializers.icnr(2),
                scope.table("i0 - n1") to Initializers.table("i0 - n1"),
                scope.table("k * i0", mapOf("k" to 2)) to Initializers.table("k * i0", mapOf("k" to 2.0)),
                scope.values(1f, 2f) to Initializers.values(1.0, 2.0),
                scope.values(0.1) to Initializers.values(0.1),
                scope.uniform().transformed("2 * x") to Initializers.uniform().transformed("2 * x"),
                scope.inverseSoftplusLogUniform() to Initializers.inverseSoftplusLogUniform(),
                scope.mupInput(64.0) to Initializers.mupInput(64.0),
                scope.mupEmbedding(64.0) to Initializers.mupEmbedding(1.0, 64.0),
                scope.mupVector(64.0) to Initializers.mupVector(0.0, 64.0),
                scope.mupHidden(64.0, gain = 2.0) to Initializers.mupHidden(2.0, 64.0),
                scope.mupBranchHidden(64.0, depth = 24.0, baseDepth = 2.0) to
                    Initializers.mupBranchHidden(64.0, 24.0, 2.0),
                scope.mupBranchVector(64.0, 24.0, 2.0, depthExponent = 0.5, value = 1.0) to
                    Initializers.mupBranchVector(1.0, 64.0, 24.0, 2.0, 0.5),
                scope.mupOutput(64.0) to Initializers.mupOutput(64.0),
                scope.mupSharedReadout(64.0) to Initializers.mupSharedReadout(1.0, 64.0),
                scope.mupSharedReadout(64.0, std = 0.02) to Initializers.mupSharedReadout(0.02, 64.0),
                scope.weightNormGain("v").withRole(scope.mupVector(64.0)) to
                    Initializers.weightNormGain("v").withRole(Initializers.mupVector(0.0, 64.0)),
            )
        assertThat(pairs).allSatisfy { (kotlin, java) -> assertThat(kotlin).isEqualTo(java) }
    }

    @Test
    fun `recipes are those of Java's, with the defaults of their annotations`() {
        val shape = TensorShape.of(8, 6)
        val scope = InitializerScope(shape)
        val pairs =
            listOf(
                scope.gpt2Residual(layers = 12) to Initializers.gpt2Residual(12),
                scope.llamaResidual(layer = 3) to Initializers.llamaResidual(3),
                scope.deepSeekV3Normal() to Initializers.deepSeekV3Normal(),
                scope.olmo2Normal() to Initializers.olmo2Normal(),
                scope.qwen3Normal() to Initializers.qwen3Normal(),
                scope.llama4Normal() to Initializers.llama4Normal(),
                scope.gemma3Normal() to Initializers.gemma3Normal(),
                scope.gptOssNormal() to Initializers.gptOssNormal(),
                scope.t5Query(headSize = 64) to Initializers.t5Query(64),
                scope.sirenHidden() to Initializers.sirenHidden(),
                scope.fixupResidual(layers = 4) to Initializers.fixupResidual(4),
                scope.focalPriorBias() to Initializers.focalPriorBias(),
                scope.mambaDtBias() to Initializers.mambaDtBias(),
                scope.layerScale() to Initializers.layerScale(),
                scope.forgetGateBias() to Initializers.forgetGateBias(Initializers.zeros()),
                scope.paddingRow(scope.llamaNormal()) to Initializers.paddingRow(Initializers.llamaNormal(), 0),
            )
        assertThat(pairs).allSatisfy { (kotlin, java) ->
            assertThat(kotlin.resolve(shape)).isEqualTo(java.resolve(shape))
        }
    }
}
