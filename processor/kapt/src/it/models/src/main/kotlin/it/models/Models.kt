package it.models

import org.initweights.HalfFormat
import org.initweights.Layer
import org.initweights.annotation.Formula
import org.initweights.annotation.HalfFloat
import org.initweights.annotation.InitWeights
import org.initweights.annotation.KaimingNormal
import org.initweights.annotation.Normal
import org.initweights.annotation.Ones
import org.initweights.annotation.Shape
import org.initweights.annotation.TorchDefault
import org.initweights.annotation.XavierUniform
import org.initweights.annotation.Zeros

/** Each way in which Kotlin declares a property. */
@SuppressWarnings("initweights:Symmetry")
class Properties(@Shape(2) @Ones val inConstructor: FloatArray, @Shape(2) @Ones internal val hidden: FloatArray) {
    @Shape(3) @Ones lateinit var late: FloatArray
    @Shape(3) @Ones var nullable: FloatArray? = null
    @Shape(3) @Ones val fixed = FloatArray(3)
    @Shape(3) @Ones @JvmField var field: FloatArray? = null
    @Shape(3) @Ones @JvmField val finalField = FloatArray(3)
    @Shape(3) @Ones internal lateinit var internalLate: FloatArray
    @Shape(3) @Ones internal val internalFinal = FloatArray(3)
    @Shape(3) @Ones internal var internalNullable: FloatArray? = null
    @Shape(3) @Ones var settable: FloatArray = FloatArray(3)
        private set
    @Shape(2, 3) @Ones lateinit var rows: Array<FloatArray>
    @Shape(2, 3) @Ones lateinit var doubles: Array<DoubleArray>
    @Shape(3) @Ones @HalfFloat(HalfFormat.BF16) lateinit var half: ShortArray
    @Shape(WIDTH) @Ones lateinit var companionSize: FloatArray
    @Shape(dims = "WIDTH, width") @XavierUniform lateinit var symbolic: FloatArray
    private val width = 5

    fun getWidth() = width

    companion object {
        const val WIDTH = 4
    }
}

data class Point(@Shape(2) @Ones val x: FloatArray, @Shape(2) @Zeros var y: FloatArray?)

/** Without a target, Kotlin puts an annotation on the property; it works there too. */
@Normal
@Formula(std = "1 / sqrt(fan_in)")
annotation class OnProperty

@KaimingNormal
@Target(AnnotationTarget.FIELD)
annotation class OnField

class Composed {
    @Shape(4, 4) @OnProperty lateinit var onProperty: FloatArray
    @Shape(4, 4) @OnField lateinit var onField: FloatArray
    @Shape(4, 4) @OnProperty val fixed = FloatArray(16)
}

/** An object has static fields, which are its properties all the same. */
@InitWeights
object Single {
    @Shape(3) @Ones lateinit var late: FloatArray
    @Shape(3) @Ones var nullable: FloatArray? = null
    @Shape(3) @Ones val fixed = FloatArray(3)
    @Shape(3) @Ones @JvmField var field: FloatArray? = null
    val linear = Linear(2, 3)
}

open class Linear(val inputs: Int, val outputs: Int) {
    @Shape(dims = "outputs, inputs") @TorchDefault(Layer.LINEAR) lateinit var weight: FloatArray
    @Shape(dims = "outputs") @TorchDefault(value = Layer.LINEAR, weight = "weight") lateinit var bias: FloatArray
}

@InitWeights
sealed interface Head

class Classifier : Head {
    @Shape(2, 3) @XavierUniform lateinit var weight: FloatArray
}

@InitWeights
sealed class Block {
    @Shape(3) @Ones lateinit var scale: FloatArray
}

class Dense : Block() {
    @Shape(3, 3) @XavierUniform lateinit var dense: FloatArray
}

class Gated<T>(@Suppress("unused") val tag: T) : Block() {
    @Shape(3) @Zeros lateinit var gate: FloatArray
}

@InitWeights
class Holder<M : Linear>(val inner: M)

/** Sub-models in all that holds them; nested and inner classes; generics. */
@InitWeights
class Network {
    val first = Linear(3, 4)
    lateinit var late: Linear
    val list = List(2) { Linear(2, 2) }
    val array = arrayOf(Linear(1, 2))
    val map = mapOf("a" to Linear(2, 1))
    val mutable = mutableListOf(Linear(1, 1))
    val optional: Linear? = null
    val head: Head = Classifier()
    val blocks: List<Block> = listOf(Dense(), Gated("x"))
    val holder = Holder(Linear(2, 2))
    val nested = Nested()
    val inner = Inner()
    internal val hidden = Hidden()

    class Nested {
        @Shape(2) @Ones lateinit var w: FloatArray
    }

    inner class Inner {
        val size = 2
        @Shape(dims = "size") @Ones lateinit var w: FloatArray
    }
}

internal class Hidden {
    @Shape(2) @Ones lateinit var w: FloatArray
}

/** Its members have the names of the extensions. */
class Crowded {
    @Shape(2) @Ones lateinit var parameters: FloatArray

    fun initWeights(seed: Long) = seed
}

private class Unseen {
    @Shape(2) @Ones lateinit var w: FloatArray
}
