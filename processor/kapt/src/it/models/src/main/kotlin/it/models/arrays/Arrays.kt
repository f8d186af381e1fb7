package it.models.arrays

import org.initweights.annotation.*
import org.initweights.recipe.LlamaNormal
import org.jetbrains.kotlinx.multik.ndarray.data.*

/** A width that cannot be mixed up with another number. */
@JvmInline value class Width(val value: Int)

data class Config(internal val rows: Int, val width: Width, val layers: Int? = null) {
    val columns: Int get() = width.value
}

/** Multik's arrays, whose adapter nobody names; sizes that are internal, and of a value class. */
class Arrays(internal val config: Config) {
    @Shape(dims = "config.rows, config.columns") @LlamaNormal lateinit var matrix: NDArray<Float, D2>
    @Shape(5) @Normal lateinit var vector: NDArray<Float, D1>
    @Shape(2, 3, 2, 3) @XavierUniform var kernel: NDArray<Float, D4>? = null
    @Shape(2, 1, 2, 3, 2) @Normal internal lateinit var deep: NDArray<Float, DN>
    @Shape(dims = "config.layers", onlyIf = "hasLayers") @Ones var scales: NDArray<Float, D1>? = null
    val hasLayers get() = config.layers != null
}
