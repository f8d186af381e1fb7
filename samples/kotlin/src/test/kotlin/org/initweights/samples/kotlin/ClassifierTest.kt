package org.initweights.samples.kotlin

import java.nio.file.Path
import org.assertj.core.api.Assertions.assertThat
import org.initweights.Parameters
import org.initweights.RandomSource
import org.initweights.dsl.name
import org.initweights.dsl.tensors
import org.initweights.samples.kotlin.multik.Classifier
import org.initweights.samples.kotlin.multik.ClassifierInit
import org.jetbrains.kotlinx.multik.ndarray.data.get
import org.jetbrains.kotlinx.multik.ndarray.operations.toList
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.io.TempDir

/** Multik's arrays hold what plain arrays of the same names and shapes hold. */
class ClassifierTest {

    private val floats =
        mapOf(
            "stem" to FloatArray(8 * 3 * 3 * 5 * 5),
            "conv" to FloatArray(16 * 8 * 3 * 3),
            "turned" to FloatArray(32 * 16),
            "head.weight" to FloatArray(10 * 32),
            "head.bias" to FloatArray(10),
        )
    private val doubles =
        mapOf("mixers" to DoubleArray(4 * 16 * 16), "scale" to DoubleArray(16), "mixer" to DoubleArray(16 * 16))

    private fun twin(): Parameters = tensors {
        tensor("stem", floats.getValue("stem"), 8, 3, 3, 5, 5) { kaimingNormal() }
        tensor("conv", floats.getValue("conv"), 16, 8, 3, 3) { kaimingNormal() }
        tensor("mixers", doubles.getValue("mixers"), 4, 16, 16) { normal(std = 0.02) }
        tensor("scale", doubles.getValue("scale"), 16) { ones() }
        tensor("turned", floats.getValue("turned"), 32, 16) { xavierUniform() }
        tensor("mixer", doubles.getValue("mixer"), 16, 16) { orthogonal() }
        tensor("head.weight", floats.getValue("head.weight"), 10, 32) { kaimingNormal() }
        tensor("head.bias", floats.getValue("head.bias"), 10) { zeros() }
    }

    @Test
    fun `arrays of every rank start as plain arrays do`() {
        val model = Classifier()
        ClassifierInit.initWeights(model, RandomSource.seeded(42))
        twin().initialize(RandomSource.seeded(42))
        assertHolds(model)
        assertThat(model.turned.data.getFloatArray()[1]).isEqualTo(model.turned[1, 0])
        assertThat(model.classes.toList()).containsOnly(0)
        assertThat(ClassifierInit.parameters(model).map { it.name })
            .containsExactly("stem", "conv", "mixers", "scale", "turned", "mixer", "head.weight", "head.bias")
    }

    @Test
    fun `they are saved and loaded`(@TempDir folder: Path) {
        val file = folder.resolve("start.safetensors")
        twin().also { it.initialize(RandomSource.seeded(7)) }.save(file)
        val model = Classifier()
        ClassifierInit.parameters(model).load(file)
        assertHolds(model)
    }

    private fun assertHolds(model: Classifier) {
        val held =
            mapOf(
                "stem" to model.stem,
                "conv" to model.conv,
                "mixers" to model.mixers,
                "scale" to model.scale!!,
                "turned" to model.turned,
                "mixer" to model.mixer,
                "head.weight" to model.head.weight,
                "head.bias" to model.head.bias,
            )
        floats.forEach { (name, values) -> assertThat(held.getValue(name).toList()).isEqualTo(values.toList()) }
        doubles.forEach { (name, values) -> assertThat(held.getValue(name).toList()).isEqualTo(values.toList()) }
    }
}
