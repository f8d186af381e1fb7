package readme.kotlin.existing

fun existing() {
// snippet of runtime/docs/guide/weights.md
}
