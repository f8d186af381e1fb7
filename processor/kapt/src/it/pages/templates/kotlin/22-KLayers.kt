package readme.kotlin.layers

fun multiplied(weight: FloatArray, x: FloatArray) =
    FloatArray(weight.size / x.size) { row -> x.indices.sumOf { weight[row * x.size + it].toDouble() * x[it] }.toFloat() }

// snippet of runtime/docs/guide/models.md
