package readme.kotlin.composed

class Config(val range: Double)

// snippet of runtime/docs/guide/own-initializers.md
