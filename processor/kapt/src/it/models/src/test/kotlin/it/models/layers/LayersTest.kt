package it.models.layers

import it.models.bytes
import java.nio.file.Path
import org.initweights.Parameters
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertThrows
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.io.TempDir

class LayersTest {

    @TempDir lateinit var folder: Path

    private fun layers() =
        listOf(
            Dense(2, 3), Lora(3, 3, 1), Scale(FloatArray(3)), Activation.RELU, Activation.IDENTITY, Positions, Flatten,
            Internal(), Layer { it }, object : Layer {
                override fun forward(x: FloatArray) = x
            },
        )

    private fun names(parameters: Parameters) = parameters.map { it.name() }

    @Test
    fun `layers of all kinds are initialised as what they are`() {
        val kotlin = Net(layers(), Lora(3, 2, 1))
        kotlin.initWeights(seed = 3)
        assertEquals(
            listOf(
                "layers.0.weight", "layers.1.weight", "layers.1.a", "layers.1.b", "layers.2.scale", "layers.2.shift",
                "layers.5.table", "layers.7.gain", "head.weight", "head.a", "head.b",
            ),
            names(kotlin.parameters),
        )
        val first = bytes(kotlin.parameters, folder)
        val java = NetTwin(layers(), Lora(3, 2, 1))
        java.initWeights(seed = 3)
        assertEquals(bytes(java.parameters, folder), first)
    }

    @Test
    fun `an object with parameters that nobody can initialise is refused`() {
        class Local : Layer {
            @Suppress("unused") val weight = FloatArray(3)

            override fun forward(x: FloatArray) = x
        }
        val model = Net(listOf(Local()), Dense(1, 1))
        val refused = assertThrows(IllegalArgumentException::class.java) { model.initWeights(seed = 1) }
        assertTrue(refused.message!!.contains("whose float[] weight nothing initialises"), refused.message)
        assertThrows(UninitializedPropertyAccessException::class.java) { model.head.weight }
    }

    @Test
    fun `classes of sealed interfaces are visited`() {
        val model =
            Parts(
                listOf(
                    Part.Attention(2), Part.Residual(Part.Residual(Part.Attention(1))), Part.Norm.Plain, Part.Pool.MAX,
                    Part.Norm.Scaled(FloatArray(4)),
                ),
                mapOf("a" to listOf(Part.Attention(1), Part.Pool.MEAN)),
                Part.Norm.Scaled(FloatArray(4)),
            )
        model.initWeights(seed = 4)
        assertEquals(
            listOf("parts.0.qkv", "parts.1.inner.inner.qkv", "parts.4.weight", "named.a.0.qkv", "norm.weight"),
            names(model.parameters),
        )
        assertTrue((model.norm as Part.Norm.Scaled).weight.all { it == 1f })
        assertEquals(names(model.parameters), names(model.plan().parameters()))
    }

    @Test
    fun `rules have priorities, and those that are optional may match nothing`() {
        val model = Ruled(Dense(2, 2), Dense(2, 1), listOf(Projection(0, 2), Projection(1, 2)))
        model.initWeights(seed = 1)
        assertTrue(model.dense.weight.all { it == 0f })
        assertTrue(model.head.weight.all { it == 1f })
        assertTrue(model.projections[1].weight.none { it == 0f || it == 1f })
    }

    @Test
    fun `a recipe takes the model's number`() {
        val stds = listOf(0, 1, 7).map { layer ->
            Projection(layer, 4).apply { initWeights(seed = 1) }.parameters["weight"].fill().std()
        }
        assertEquals(listOf(0.02 / Math.sqrt(2.0), 0.02 / Math.sqrt(4.0), 0.02 / Math.sqrt(16.0)), stds)
    }
}
