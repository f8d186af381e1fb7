package readme.kotlin.rules

fun initialize(net: Net) {
// snippet of runtime/docs/guide/rules.md
}
