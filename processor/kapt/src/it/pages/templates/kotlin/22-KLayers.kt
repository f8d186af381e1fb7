package readme.kotlin.layers

import kotlin.math.abs
import org.initweights.annotation.InitWeights
import org.initweights.annotation.KaimingNormal
import org.initweights.annotation.Shape

fun multiplied(weight: FloatArray, x: FloatArray) =
    FloatArray(weight.size / x.size) { row -> x.indices.sumOf { weight[row * x.size + it].toDouble() * x[it] }.toFloat() }

// snippet of runtime/docs/guide/models.md
