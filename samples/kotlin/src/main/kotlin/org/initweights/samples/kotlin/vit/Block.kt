package org.initweights.samples.kotlin.vit

import org.initweights.Layer.LINEAR
import org.initweights.Layer.MULTIHEAD_ATTENTION
import org.initweights.annotation.InitWeights
import org.initweights.annotation.Normal
import org.initweights.annotation.Ones
import org.initweights.annotation.Shape
import org.initweights.annotation.TorchDefault
import org.initweights.annotation.XavierUniform
import org.initweights.annotation.Zeros

/** One layer of the transformer: attention, then a perceptron, each on a residual branch after a normalisation. */
@InitWeights
class Block {
    val norm1 = LayerNorm()
    val attention = Attention()
    val norm2 = LayerNorm()
    val mlp = Mlp()
}

/** Queries, keys and values come packed from one matrix. */
class Attention {
    @Shape(3 * WIDTH, WIDTH) @TorchDefault(MULTIHEAD_ATTENTION) lateinit var inWeight: FloatArray
    @Shape(3 * WIDTH) @TorchDefault(MULTIHEAD_ATTENTION) lateinit var inBias: FloatArray
    @Shape(WIDTH, WIDTH) @TorchDefault(LINEAR) lateinit var outWeight: FloatArray
    @Shape(WIDTH) @Zeros lateinit var outBias: FloatArray
}

@InitWeights
class Mlp {
    val expand = Linear(WIDTH, 4 * WIDTH)
    val project = Linear(4 * WIDTH, WIDTH)
}

/** A linear layer of a perceptron; its sizes are known when it is built. */
class Linear(val inputs: Int, val outputs: Int) {
    @Shape(dims = "outputs, inputs") @XavierUniform lateinit var weight: FloatArray
    @Shape(dims = "outputs") @Normal(std = 1e-6) lateinit var bias: FloatArray
}

class LayerNorm {
    @Shape(WIDTH) @Ones lateinit var weight: FloatArray
    @Shape(WIDTH) @Zeros lateinit var bias: FloatArray
}
