package readme.kotlin.weights

fun initialize() {
// snippet of runtime/docs/guide/saving.md
}
