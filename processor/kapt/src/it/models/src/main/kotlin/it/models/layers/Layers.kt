package it.models.layers

import org.initweights.Nonlinearity
import org.initweights.annotation.InitRule
import org.initweights.annotation.InitWeights
import org.initweights.annotation.KaimingNormal
import org.initweights.annotation.Normal
import org.initweights.annotation.Ones
import org.initweights.annotation.Shape
import org.initweights.annotation.XavierUniform
import org.initweights.annotation.Zeros
import org.initweights.recipe.LlamaResidual

/** What layers of all kinds have in common. */
@InitWeights
fun interface Layer {
    fun forward(x: FloatArray): FloatArray
}

open class Dense(val inputs: Int, val outputs: Int) : Layer {
    @Shape(dims = "outputs, inputs")
    @KaimingNormal(nonlinearity = Nonlinearity.RELU)
    lateinit var weight: FloatArray

    override fun forward(x: FloatArray) = x
}

/** Adds what no field declares. */
class Lora(inputs: Int, outputs: Int, val rank: Int) : Dense(inputs, outputs) {
    @Shape(dims = "rank, inputs") @Normal lateinit var a: FloatArray
    @Shape(dims = "outputs, rank") @Zeros lateinit var b: FloatArray
}

data class Scale(@Shape(3) @Ones val scale: FloatArray, @Shape(3) @Zeros var shift: FloatArray? = null) : Layer {
    override fun forward(x: FloatArray) = x
}

enum class Activation : Layer {
    RELU {
        override fun forward(x: FloatArray) = FloatArray(x.size) { maxOf(x[it], 0f) }
    },
    IDENTITY {
        override fun forward(x: FloatArray) = x
    },
}

object Positions : Layer {
    @Shape(2, 2) @XavierUniform lateinit var table: FloatArray

    override fun forward(x: FloatArray) = x
}

data object Flatten : Layer {
    override fun forward(x: FloatArray) = x
}

internal class Internal : Layer {
    @Shape(2) @Ones lateinit var gain: FloatArray

    override fun forward(x: FloatArray) = x
}

@InitWeights
class Net(val layers: List<Layer>, val head: Dense)

/** Its objects are nested in it, and one is a sealed interface of its own. */
@InitWeights
sealed interface Part {
    class Attention(val width: Int) : Part {
        @Shape(dims = "3 * width, width", packed = 3) @XavierUniform lateinit var qkv: FloatArray
    }

    class Residual(val inner: Part) : Part

    sealed interface Norm : Part {
        data class Scaled(@Shape(4) @Ones val weight: FloatArray) : Norm

        data object Plain : Norm
    }

    enum class Pool : Part {
        MEAN,
        MAX,
    }
}

@InitWeights
class Parts(val parts: List<Part>, val named: Map<String, List<Part>>, val norm: Part.Norm)

/** A recipe takes the number that it leaves out from the model. */
class Projection(val layer: Int, val width: Int) {
    @Shape(dims = "width, width") @LlamaResidual lateinit var weight: FloatArray
}

@Zeros
annotation class Nothing

@Ones
annotation class Everything

@InitWeights
@SuppressWarnings("initweights:Symmetry")
@InitRule(type = Layer::class, use = Everything::class)
@InitRule(param = "dense.**", use = Nothing::class, priority = 1)
@InitRule(param = "decoder.**", use = Nothing::class, optional = true)
class Ruled(val dense: Dense, val head: Dense, val projections: List<Projection>)
