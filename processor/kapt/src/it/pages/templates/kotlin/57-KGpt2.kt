package readme.kotlin.ties

import org.initweights.annotation.Normal
import org.initweights.annotation.Shape

class Embedding {
    @Shape(50, 8) @Normal(std = 0.02) lateinit var weight: FloatArray
}

class Head {
    @Shape(50, 8) @Normal(std = 0.02) lateinit var weight: FloatArray
}

// snippet of runtime/docs/guide/ties.md
