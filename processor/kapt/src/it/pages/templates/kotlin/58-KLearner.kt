package readme.kotlin.copies

import org.initweights.annotation.Normal
import org.initweights.annotation.Shape

class Encoder {
    @Shape(8, 8) @Normal(std = 0.02) lateinit var weight: FloatArray
}

// snippet of runtime/docs/guide/ties.md
