package it.models.optional

import org.initweights.FanMode
import org.initweights.annotation.InitWeights
import org.initweights.annotation.KaimingUniform
import org.initweights.annotation.LecunNormal
import org.initweights.annotation.Ones
import org.initweights.annotation.Shape
import org.initweights.annotation.Uniform
import org.initweights.annotation.XavierUniform

data class Config(val bias: Boolean, val width: Int) {
    companion object {
        const val HEADS = 2
    }
}

object Sizes {
    const val DEPTH = 3
}

/** Whether it has a bias is a property of its own. */
class Biased(val inputs: Int, val outputs: Int, val hasBias: Boolean) {
    @Shape(dims = "outputs, inputs") @XavierUniform lateinit var weight: FloatArray
    @Shape(dims = "outputs", onlyIf = "hasBias") @Uniform var bias: FloatArray? = null
    @Shape(dims = "outputs", onlyIf = "hasBias") @Uniform val fixed: FloatArray? = if (hasBias) FloatArray(outputs) else null
    @Shape(dims = "outputs", onlyIf = "hasBias") @Uniform lateinit var late: FloatArray
    @Shape(dims = "outputs", onlyIf = "hasBias") @Uniform internal var hidden: FloatArray? = null
}

/** A value that is there or not says so itself. */
class Given(@Shape(2) @Ones val weight: FloatArray, @Shape(3) @Uniform val bias: FloatArray?) {
    @Shape(2, 2) @Uniform val rows: Array<FloatArray>? = if (bias == null) null else arrayOf(FloatArray(2), FloatArray(2))
}

/** Conditions and sizes of other classes, of functions, and of properties that only this module sees. */
class Configured(val config: Config, internal val isGated: Boolean, internal val hidden: Int, val channels: Int, val groups: Int) {
    @Shape(dims = "config.width, Config.HEADS, Sizes.DEPTH") @XavierUniform lateinit var weight: FloatArray
    @Shape(dims = "config.width", onlyIf = "config.bias") @Uniform var bias: FloatArray? = null
    @Shape(dims = "hidden", onlyIf = "isGated") @Uniform var gate: FloatArray? = null
    @Shape(dims = "hidden", onlyIf = "isDeep()") @Uniform var deep: FloatArray? = null
    @Shape(dims = "channels, channels / groups, 3", groupsOf = "groups")
    @KaimingUniform(mode = FanMode.FAN_OUT)
    lateinit var conv: FloatArray
    @Shape(dims = "groups * channels, channels", packedOf = "groups") @XavierUniform lateinit var packed: FloatArray
    @Shape(4, 2, 3, inAxes = [0], outAxes = [1, 2]) @LecunNormal lateinit var heads: FloatArray

    fun isDeep() = hidden > 2
}

@InitWeights
class Model(val first: Biased, val last: Biased?, val list: List<Biased>)
