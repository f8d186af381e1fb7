package readme.kotlin.tiedweights

fun run() {
// snippet of runtime/docs/guide/ties.md
}
