package readme.kotlin.weights

import java.nio.file.Path
import org.initweights.DType.BF16
import org.initweights.InitializeOptions
import org.initweights.RandomSource
import org.initweights.dsl.plan
import org.initweights.io.SaveOptions

fun initialize() {
// snippet of runtime/docs/guide/saving.md
}
