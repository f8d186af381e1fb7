package readme.kotlin.stem

import org.initweights.io.LoadReport

fun files(stem: Stem): LoadReport {
// snippet of runtime/docs/guide/saving.md
    return report
}
