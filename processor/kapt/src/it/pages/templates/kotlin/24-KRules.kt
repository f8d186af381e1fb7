package readme.kotlin.rules

import org.initweights.annotation.KaimingNormal
import org.initweights.annotation.Shape
import org.initweights.annotation.XavierUniform

@KaimingNormal
annotation class ResNetConv

class Conv2d(val inputs: Int, val outputs: Int) {
    @Shape(dims = "outputs, inputs, 3, 3") @XavierUniform lateinit var weight: FloatArray
}

class Linear(val inputs: Int, val outputs: Int) {
    @Shape(dims = "outputs, inputs") @XavierUniform lateinit var weight: FloatArray
}

// snippet of runtime/docs/guide/rules.md
