package readme.kotlin.weights

fun grow() {
// snippet of runtime/docs/guide/start-from-weights.md
}
