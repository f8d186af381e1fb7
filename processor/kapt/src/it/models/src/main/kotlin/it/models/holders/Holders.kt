package it.models.holders

import java.util.Optional
import org.initweights.Layer
import org.initweights.annotation.InitWeights
import org.initweights.annotation.Shape
import org.initweights.annotation.Skip
import org.initweights.annotation.TorchDefault

class Block(val inputs: Int, val outputs: Int) {
    @Shape(dims = "outputs, inputs") @TorchDefault(Layer.LINEAR) lateinit var weight: FloatArray
    @Shape(dims = "outputs") @TorchDefault(value = Layer.LINEAR, weight = "weight") var bias: FloatArray? = null
}

/** Sub-models in what holds what holds them. */
@InitWeights
class Holders {
    val stages: List<List<Block>> = listOf(listOf(Block(1, 2)), listOf(Block(2, 3), Block(3, 4)))
    val grid: Array<Array<Block>> = Array(2) { i -> Array(2) { j -> Block(i + 1, j + 1) } }
    val heads: Map<String, List<Block>> = mapOf("cls" to listOf(Block(4, 2)), "box" to List(2) { Block(4, it + 1) })
    val mutable: MutableMap<String, MutableList<Block>> = linkedMapOf("a" to mutableListOf(Block(2, 2)))
    val arrays: List<Array<Block>> = listOf(arrayOf(Block(2, 1)))
    val projected: Array<out List<Block>> = arrayOf(listOf(Block(1, 1)))
    val optional: Optional<List<Block>> = Optional.of(listOf(Block(5, 1)))
    val absent: List<Block>? = null
    internal val hidden: List<List<Block>> = listOf(listOf(Block(3, 3)))
    @Skip val teachers: List<List<Block>> = listOf(listOf(Block(9, 9)))
}

/** What a base has in its type variable. */
abstract class Stack<B : Any>(val first: B, val rest: List<B>, val named: Map<String, List<B>>) {
    val norm = Block(1, 1)
}

@InitWeights
class Encoder : Stack<Block>(Block(2, 2), List(2) { Block(2, it + 1) }, mapOf("x" to listOf(Block(1, 3)))) {
    val own = Block(3, 1)
}
