package readme.kotlin.stem

import org.initweights.Parameters
import org.initweights.io.LoadReport

fun load(parameters: Parameters): LoadReport {
// snippet of runtime/docs/guide/saving.md
    return report
}
