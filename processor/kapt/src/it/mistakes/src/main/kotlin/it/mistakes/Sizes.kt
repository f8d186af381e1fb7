package it.mistakes

import org.initweights.annotation.Formula
import org.initweights.annotation.InitRule
import org.initweights.annotation.InitWeights
import org.initweights.annotation.Normal
import org.initweights.annotation.Ones
import org.initweights.annotation.Shape
import org.initweights.annotation.Zeros
import org.initweights.recipe.LlamaResidual

// Sizes, conditions and rules; above each mistake stands what is said of it.

class Conditions(val size: Int, val count: Int, private val hidden: Boolean) {
    // error: whole: onlyIf = "count" is an Int; a condition must be a Boolean [ConditionType]
    @Shape(dims = "size", onlyIf = "count") @Ones var whole: FloatArray? = null
    // error: flag: condition "hidden": hidden is private in it.mistakes.Conditions, so generated code cannot reach it; make it internal, or public [Unreachable]
    @Shape(dims = "size", onlyIf = "hidden") @Ones var flag: FloatArray? = null
}

class Values(val unsigned: UInt) {
    // error: first: dimension "unsigned": unsigned is of a value class such as UInt, whose getter Java cannot call; add a property that is an Int or a Long [Unreachable]
    @Shape(dims = "unsigned") @Ones lateinit var first: FloatArray
    // error: second: dimension "HEADS": HEADS is in the companion object of it.mistakes.Values, so generated code cannot reach it; write const val, or @JvmField val [Unreachable]
    @Shape(dims = "HEADS") @Ones lateinit var second: FloatArray
    // error: third: a delegated property keeps no weights itself; declare it as lateinit var, or without by [FieldType]
    @Shape(3) @Ones val third: FloatArray by lazy { FloatArray(3) }

    companion object {
        val HEADS = 5
    }
}

class Ambiguous(val rows: Int) {
    // error: weight: "rows" is a number of the shape, and of it.mistakes.Ambiguous; write shape.rows or model.rows [AmbiguousName]
    @Shape(dims = "2 * rows, 3") @Normal @Formula(std = "1 / sqrt(rows)") lateinit var weight: FloatArray
}

class WithoutLayer(val width: Int) {
    // error: weight: @LlamaResidual leaves out layer, and it.mistakes.WithoutLayer has no integer of that name; give it, layer = …, or add it to the model [MissingNumber]
    @Shape(dims = "width, width") @LlamaResidual lateinit var weight: FloatArray
}

open class Above {
    @Shape(4) @Ones open lateinit var weight: FloatArray
}

class Below : Above() {
    // error: weight: overrides Above.weight, so two parameters would have one name; remove the override, or rename it [HiddenParameter]
    @Shape(4) @Zeros override lateinit var weight: FloatArray
}

// error: @InitRule(param = "**.weight", use = Ones::class) matches weight of Norm, but @InitRule(type = Norm::class, param = "weight", use = Zeros::class) is narrower; remove it, or give it a higher priority [RuleNeverWins]
@InitWeights
@InitRule(param = "**.weight", use = Ones::class)
@InitRule(type = Norm::class, param = "weight", use = Zeros::class)
class NeverWins(val norm: Norm)

// error: @InitRule(type = Norm::class, use = Ones::class) and @InitRule(param = "norm.**", use = Zeros::class) both match norm.weight, and neither is narrower; narrow one of them, or give it a higher priority [AmbiguousRules]
@InitWeights
@InitRule(type = Norm::class, use = Ones::class)
@InitRule(param = "norm.**", use = Zeros::class)
class Both(val norm: Norm)
