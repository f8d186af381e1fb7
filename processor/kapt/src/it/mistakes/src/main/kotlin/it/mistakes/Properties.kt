package it.mistakes

import org.initweights.annotation.*
import org.initweights.recipe.LlamaNormal

// What kapt's stubs lose of properties, and messages in Kotlin's words.

class Private {
    // error: weight: lateinit with a private setter, so generated code can neither read nor allocate it; write internal set [NoSetter]
    @Shape(4) @Ones lateinit var weight: FloatArray
        private set
    // It has its array, and needs no setter.
    @Shape(4) @Ones var allocated: FloatArray = FloatArray(4)
        private set
    @Shape(4) @Ones lateinit var settable: FloatArray
        internal set
}

// error: weight of: no name in Java, so kapt does not show the property, and nothing would initialise it; rename it [DroppedProperty]
class Spaces {
    @Shape(4) @Ones lateinit var own: FloatArray
    @Shape(4) @Ones var `weight of`: FloatArray? = null
    val `in words` = "no weights"
}

class Keywords {
    @Shape(4) @Ones lateinit var own: FloatArray
    // error: final: a keyword of Java, so kapt does not show the property, and nothing would initialise it; rename it [DroppedProperty]
    @Shape(4) @Zeros var final: FloatArray? = null
    // error: goto: a keyword of Java, so kapt does not show the property, and nothing would initialise it; rename it [DroppedProperty]
    val goto: List<Norm> = listOf(Norm(3))
    val default = 3
    // A size may have any name that has a getter in Java.
    @Shape(dims = "default") @Ones lateinit var sized: FloatArray
}

@JvmInline value class Width(val value: Int)

class Config(internal val hidden: Int, val rank: Int?, val width: Width, val heads: UInt?)

class Sized(internal val n: Int, internal val config: Config) {
    @Shape(dims = "n, config.hidden") @Normal lateinit var seen: FloatArray
    // warning: ranked: dimension "config.rank" may be null, and then the model has no size; name one that is never null, or say when the model has the parameter, @Shape(onlyIf = "has…") [NullableSize]
    @Shape(dims = "config.rank") @Ones lateinit var ranked: FloatArray
    @Shape(dims = "config.rank", onlyIf = "isRanked") @Ones var optional: FloatArray? = null
    val isRanked get() = config.rank != null
    // error: wide: dimension "config.width.value": width is of a value class such as UInt, whose getter Java cannot call; add a property that is an Int or a Long [Unreachable]
    @Shape(dims = "config.width.value") @Ones lateinit var wide: FloatArray
    // error: unsigned: dimension "config.heads": heads is of a value class such as UInt, whose getter Java cannot call; add a property that is an Int or a Long [Unreachable]
    @Shape(dims = "config.heads") @Ones lateinit var unsigned: FloatArray
    // error: whole: dimension "name" is a String; a size must be an Int or a Long [DimensionType]
    @Shape(dims = "name") @Ones lateinit var whole: FloatArray
    val name = "four"
}

class Words {
    // error: shapeless: no shape; add @Shape(64, 3), or @Shape(dims = "out, in") for sizes that are known only when the model is built [MissingShape]
    @Ones lateinit var shapeless: FloatArray
    // error: boxed: cannot keep weights in a List<Float>; use FloatArray, DoubleArray, arrays of them, FloatBuffer, DoubleBuffer, ShortArray or ShortBuffer with @HalfFloat, or name a TensorAdapter in @InitWeights(adapters = …) on the class [FieldType]
    @Shape(4) @Ones lateinit var boxed: List<Float>
    // error: nested: cannot keep weights in an Array<Float>; use FloatArray,
    @Shape(4) @Ones lateinit var nested: Array<Float>
    // error: rows: @Slice("0..<2") is no range here; write "0 : 2" [SliceSyntax]
    @Shape(4, 3) @Ones @Slice(value = "0..<2", use = Zeros::class) lateinit var rows: FloatArray
    // error: last: @Slice("1..2") is no range here; write "1 : 3" [SliceSyntax]
    @Shape(4, 3) @Ones @Slice(value = "1..2", use = Zeros::class) lateinit var last: FloatArray
    val norm = Norm(3)
}

// error: @InitRule(param = "nrom.**", use = LlamaNormal::class) matches no parameter of a sub-model; did you mean
@InitWeights
@InitRule(param = "nrom.**", use = LlamaNormal::class)
class Ruled(val norm: Norm)
