package org.initweights.dsl

import kotlin.math.sqrt
import org.assertj.core.api.Assertions.assertThat
import org.assertj.core.api.Assertions.assertThatThrownBy
import org.initweights.Axes
import org.initweights.DType.BF16
import org.initweights.DType.F64
import org.initweights.FanMode.FAN_OUT
import org.initweights.InitializationException
import org.initweights.Initializers
import org.initweights.Layer.CONV
import org.initweights.Layer.LINEAR
import org.initweights.Layout.SPATIAL_IN_OUT
import org.initweights.Nonlinearity.RELU
import org.initweights.RandomSource
import org.initweights.TensorShape
import org.initweights.Weights
import org.junit.jupiter.api.Test

class WeightsScopeTest {

    @Test
    fun `tensors and scopes give the weights that Java's form gives`() {
        val kotlin =
            weights(seed = 42) {
                tensor("conv1.weight", 64, 3, 7, 7) { kaimingNormal(mode = FAN_OUT) }
                scope("fc") {
                    val weight = tensor("weight", 10, 64) { torchDefault(LINEAR) }
                    tensor("bias", 10) { torchDefault(LINEAR, weight) }
                }
            }
        val fc = TensorShape.of(10, 64)
        val java =
            Weights.of { builder ->
                    builder.tensor("conv1.weight", Initializers.kaimingNormal(FAN_OUT, RELU), 64, 3, 7, 7).scope("fc") {
                        it.tensor("weight", Initializers.torchDefault(LINEAR), 10, 64)
                            .tensor("bias", Initializers.torchDefault(LINEAR, fc), 10)
                    }
                }
                .initialize(42)
        for (parameter in java.parameters) {
            assertThat(kotlin.floats(parameter.name)).isEqualTo(java.floats(parameter.name))
        }
        assertThat(kotlin.parameters.map { it.name }).containsExactly("conv1.weight", "fc.weight", "fc.bias")
    }

    @Test
    fun `operators reach tensors and their elements`() {
        val weights = weights(seed = 1) { tensor("w", 2, 3) { constant(4.0) } }
        assertThat(weights["w"][5]).isEqualTo(4.0)
        assertThat(weights.parameters["w"].shape.dims).containsExactly(2, 3)
        assertThat(weights.parameters.elements).isEqualTo(6)
    }

    @Test
    fun `a tensor has axes of its own, or packed parts`() {
        val weights =
            weights(seed = 1) {
                tensor("query", 512, 8, 64, axes = Axes.of(listOf(0), listOf(1, 2))) { lecunNormal() }
                tensor("qkv", 12, 4, packed = 3) { xavierUniform() }
            }
        assertThat(weights.parameters["query"].shape().fans().fanIn()).isEqualTo(512)
        assertThat(weights.parameters["qkv"].shape().packed()).isEqualTo(3)
        assertThatThrownBy {
                weights(seed = 1) {
                    tensor("both", 4, 4, 4, groups = 2, axes = Axes.of(listOf(0), listOf(1, 2))) { ones() }
                }
            }
            .isInstanceOf(InitializationException::class.java)
    }

    @Test
    fun `a tensor has a type, a layout and groups`() {
        val weights =
            weights(RandomSource.seeded(3)) {
                tensor("half", 4, dtype = BF16) { ones() }
                tensor("double", 4, dtype = F64) { ones() }
                tensor("keras", 3, 3, 8, 16, layout = SPATIAL_IN_OUT) { kaimingNormal() }
                tensor("depthwise", 8, 1, 3, 3, groups = 8) { kaimingNormal(FAN_OUT) }
            }
        assertThat(weights.halves("half")).containsOnly(0x3F80)
        assertThat(weights.doubles("double")).containsOnly(1.0)
        assertThat(weights["keras"].fill.std).isEqualTo(sqrt(2.0) / sqrt(72.0))
        assertThat(weights["depthwise"].fill.std).isEqualTo(sqrt(2.0) / 3)
    }

    @Test
    fun `an initializer sees the shape and its fans`() {
        val weights =
            weights(seed = 3) {
                tensor("w", 16, 25) { normal(std = 1 / sqrt(fanIn.toDouble())) }
                tensor("padded", 5, 8) { normal(std = 0.02).rows(0..0) { zeros() } }
            }
        assertThat(weights["w"].fill.std).isEqualTo(0.2)
        assertThat(weights.floats("padded").take(8)).containsOnly(0f)
        assertThat(weights.floats("padded").drop(8)).doesNotContain(0f)
    }

    @Test
    fun `defaults are those of torch nn init`() {
        val shape = TensorShape.of(6, 4)
        val scope = InitializerScope(shape)
        assertThat(scope.uniform().resolve(shape)).isEqualTo(Initializers.uniform().resolve(shape))
        assertThat(scope.normal().resolve(shape)).isEqualTo(Initializers.normal().resolve(shape))
        assertThat(scope.truncNormal().resolve(shape)).isEqualTo(Initializers.truncNormal().resolve(shape))
        assertThat(scope.xavierUniform().resolve(shape)).isEqualTo(Initializers.xavierUniform().resolve(shape))
        assertThat(scope.xavierNormal(RELU).resolve(shape)).isEqualTo(Initializers.xavierNormal(RELU).resolve(shape))
        assertThat(scope.kaimingUniform().resolve(shape)).isEqualTo(Initializers.kaimingUniform().resolve(shape))
        assertThat(scope.kaimingNormal().resolve(shape)).isEqualTo(Initializers.kaimingNormal().resolve(shape))
        assertThat(scope.orthogonal().resolve(shape)).isEqualTo(Initializers.orthogonal().resolve(shape))
        assertThat(scope.sparse(0.5).resolve(shape)).isEqualTo(Initializers.sparse(0.5).resolve(shape))
        assertThat(scope.inverseSoftplusLogUniform().resolve(shape))
            .isEqualTo(Initializers.inverseSoftplusLogUniform().resolve(shape))
        assertThat(scope.icnr(1).resolve(TensorShape.of(8, 4, 3, 3)))
            .isEqualTo(Initializers.icnr(1).resolve(TensorShape.of(8, 4, 3, 3)))
    }

    @Test
    fun `mistakes are refused by the tensor's name`() {
        assertThatThrownBy { weights(seed = 1) { scope("fc") { tensor("bias", 10) { kaimingNormal() } } } }
            .isInstanceOf(InitializationException::class.java)
            .hasMessageStartingWith("fc.bias: ")
        assertThatThrownBy { weights(seed = 1) { tensor("bias", 10) { torchDefault(CONV) } } }
            .isInstanceOf(InitializationException::class.java)
            .hasMessageStartingWith("bias: ")
    }
}
