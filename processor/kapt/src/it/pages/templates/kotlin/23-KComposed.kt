package readme.kotlin.composed

import org.initweights.annotation.Formula
import org.initweights.annotation.Normal
import org.initweights.annotation.Shape

class Config(val range: Double)

// snippet of runtime/docs/guide/own-initializers.md
