package readme.kotlin.rules

import org.initweights.FanMode.FAN_OUT
import org.initweights.Nonlinearity.RELU
import org.initweights.dsl.elements
import org.initweights.dsl.initialize

fun initialize(net: Net) {
// snippet of runtime/docs/guide/rules.md
}
