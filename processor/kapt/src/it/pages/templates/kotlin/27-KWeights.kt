package readme.kotlin.weights

fun kernel(): FloatArray {
// snippet of runtime/docs/guide/weights.md
    return kernel
}
