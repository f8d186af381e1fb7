package readme.kotlin.rules

fun report(net: Net) {
// snippet of runtime/docs/guide/reports.md
}
