package it.mistakes

// All of them, and yet Sequence below is Kotlin's.
import org.initweights.annotation.*

// What can hold models, and is not visited; above each stands what is said of it.

class Norm(val size: Int) {
    @Shape(dims = "size") @Ones lateinit var weight: FloatArray
}

open class Base { val norm = Norm(3) }

class Derived : Base()

abstract class Around<M : Any>(val inner: M)

class OfNorm : Around<Norm>(Norm(5))

@InitWeights
class Held {
    // warning: derived: Derived has sub-models but is no model itself, so they are not initialised; annotate it with @InitWeights, or @Skip the field [Uninitialized]
    val derived = Derived()
    // warning: around: OfNorm has sub-models but is no model itself, so they are not initialised; annotate it with @InitWeights, or @Skip the field [Uninitialized]
    val around = OfNorm()
    // warning: lazy: Lazy<Norm> can hold Norm, which is a model, but it is not visited; hold it in a field, an array, a list, a map or an Optional, or @Skip the field [Uninitialized]
    val lazy: Lazy<Norm> = lazy { Norm(3) }
    val own = Norm(1)
    // warning: lazily: a delegated property is not visited, and Norm is a model; declare it without by, or @Skip it [Uninitialized]
    val lazily by lazy { Norm(4) }
    // warning: lists: a delegated property is not visited, and Norm is a model; declare it without by, or @Skip it [Uninitialized]
    internal val lists: List<List<Norm>> by lazy { listOf(listOf(Norm(4))) }
    @Skip val skipped by lazy { Norm(4) }
    val text by lazy { "no model" }
    // warning: pair: Pair<Norm, Norm> can hold Norm, which is a model, but it is not visited; hold it in a field, an array, a list, a map or an Optional, or @Skip the field [Uninitialized]
    val pair = Norm(1) to Norm(2)
    // warning: function: () -> Norm can hold Norm, which is a model, but it is not visited; hold it in a field, an array, a list, a map or an Optional, or @Skip the field [Uninitialized]
    val function: () -> Norm = { Norm(3) }
    // warning: sequence: Sequence<Norm> can hold Norm, which is a model, but it is not visited; hold it in a field, an array, a list, a map or an Optional, or @Skip the field [Uninitialized]
    val sequence: Sequence<Norm> = sequenceOf(Norm(2))
    val type = Norm::class
    val compared: Comparator<Norm> = compareBy { it.size }
}

sealed interface Unmarked

class Marked : Unmarked {
    @Shape(2, 2) @Normal lateinit var weight: FloatArray
}

data object Plain : Unmarked

@InitWeights
class Layers(val own: Norm) {
    // warning: layers: Unmarked is no model, but Marked, which implements it, is: mark Unmarked with @InitWeights, declare the field as Marked, or @Skip it [Uninitialized]
    val layers: List<List<Unmarked>> = listOf(listOf(Marked(), Plain))
}

// error: Empty: nothing in it is to be initialised; give it a parameter or a sub-model, or remove @InitWeights [NothingToInitialise]
@InitWeights
class Empty
