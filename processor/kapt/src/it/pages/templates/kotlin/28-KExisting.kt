package readme.kotlin.existing

import org.initweights.FanMode.FAN_OUT
import org.initweights.Layer.LINEAR
import org.initweights.Nonlinearity.RELU
import org.initweights.RandomSource
import org.initweights.TensorShape
import org.initweights.dsl.fill
import org.initweights.dsl.tensors

fun existing() {
// snippet of runtime/docs/guide/weights.md
}
