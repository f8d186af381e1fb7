package readme.kotlin.stem

fun initializeAsOthers(stem: Stem) {
// snippet of runtime/docs/guide/reproducing.md
}
