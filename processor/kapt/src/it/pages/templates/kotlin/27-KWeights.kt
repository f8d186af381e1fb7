package readme.kotlin.weights

import org.initweights.FanMode.FAN_OUT
import org.initweights.Layer.LINEAR
import org.initweights.Nonlinearity.RELU
import org.initweights.dsl.weights

fun kernel(): FloatArray {
// snippet of runtime/docs/guide/weights.md
    return kernel
}
