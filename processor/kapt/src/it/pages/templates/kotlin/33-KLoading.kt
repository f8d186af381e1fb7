package readme.kotlin.stem

import java.nio.file.Path
import org.initweights.Parameters
import org.initweights.RandomSource
import org.initweights.io.LoadOptions
import org.initweights.io.LoadReport

fun load(parameters: Parameters): LoadReport {
// snippet of runtime/docs/guide/saving.md
    return report
}
