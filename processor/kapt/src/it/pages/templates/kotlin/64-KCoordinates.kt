package readme.widths.kotlin

fun checkCoordinates() {
// snippet of runtime/docs/guide/widths.md
}
