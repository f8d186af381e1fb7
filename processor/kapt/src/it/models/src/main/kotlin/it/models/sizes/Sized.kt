package it.models.sizes

import org.initweights.annotation.*
import org.initweights.recipe.LlamaNormal

/** A width that cannot be mixed up with another number. */
@JvmInline value class Width(val value: Int)

data class Config(internal val rows: Int, val width: Width, val layers: Int? = null) {
    val columns: Int get() = width.value
}

/** Sizes that are internal, of a value class, of a companion, and that may be null; all annotations imported, and Kotlin's Sequence. */
class Sized(internal val config: Config) {
    @Shape(dims = "config.rows, config.columns") @LlamaNormal lateinit var matrix: FloatArray
    @Shape(dims = "HEADS, config.rows") @XavierUniform internal lateinit var heads: FloatArray
    @Shape(dims = "default") @Normal lateinit var keyword: FloatArray
        internal set
    @Shape(dims = "config.layers", onlyIf = "hasLayers") @Ones var scales: FloatArray? = null
    val default = 5
    val hasLayers get() = config.layers != null
    val names: Sequence<String> = sequenceOf("matrix", "heads")

    companion object {
        const val HEADS = 2
    }
}
