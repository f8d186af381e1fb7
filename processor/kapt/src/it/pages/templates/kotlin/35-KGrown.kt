package readme.kotlin.weights

import java.nio.file.Path
import org.initweights.DType.BF16
import org.initweights.Initializers
import org.initweights.RandomSource
import org.initweights.dsl.plan

fun grow() {
// snippet of runtime/docs/guide/start-from-weights.md
}
