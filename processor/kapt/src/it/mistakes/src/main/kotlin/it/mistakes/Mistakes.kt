package it.mistakes

import org.initweights.annotation.Dirac
import org.initweights.annotation.Normal
import org.initweights.annotation.Ones
import org.initweights.annotation.Shape

// Above each mistake stands what is said of it.

class Unreachable {
    // error: hidden: private in it.mistakes.Unreachable, so generated code cannot reach it; make it internal, or public [Unreachable]
    @Shape(3) @Ones private val hidden = FloatArray(3)
    private val size = 3
    // error: sized: dimension "size": size is private in it.mistakes.Unreachable, so generated code cannot reach it; make it internal, or public [Unreachable]
    @Shape(dims = "size") @Ones lateinit var sized: FloatArray
}

@Normal
annotation class OnEither

class Landed(
    // error: weight: @OnEither is on the constructor's parameter, not on the property; write @field:OnEither, or declare the annotation with @Target(AnnotationTarget.FIELD) [KotlinParameter]
    @Shape(3) @OnEither var weight: FloatArray?,
)

class Shared {
    @Shape(3) @Ones lateinit var own: FloatArray

    companion object {
        // error: all: a property of a companion object or of a file, so it is no part of a model; declare it in a class [StaticField]
        @Shape(3) @Ones lateinit var all: FloatArray
    }
}

class WrongRule {
    // error: conv: @Dirac(groups = 3) needs the out channels to divide evenly, but [16, 4, 3, 3] has 16; use groups = 1, 2, 4, 8 or 16 [DiracGroups]
    @Shape(16, 4, 3, 3) @Dirac(groups = 3) lateinit var conv: FloatArray
}

class Outer {
    // error: Inner: it is private, so generated code cannot reach it; make it internal [PrivateModel]
    private class Inner {
        @Shape(3) @Ones lateinit var weight: FloatArray
    }
}
