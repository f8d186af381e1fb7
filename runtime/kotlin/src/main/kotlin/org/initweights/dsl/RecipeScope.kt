package org.initweights.dsl

import org.initweights.Initializer
import org.initweights.Recipes

/**
 * The recipes of papers and published models, as [Recipes] has them, with their defaults.
 *
 * ```
 * tensor("proj.weight", 768, 768) { gpt2Residual(layers = 12) }
 * ```
 *
 * A scope never changes, and threads may share it.
 */
@InitWeightsDsl
public abstract class RecipeScope internal constructor() : SequenceScope() {

    /** GPT-2's linear layers and embeddings: N(0, [std]²). */
    public fun gpt2Normal(std: Double = 0.02): Initializer = Recipes.gpt2Normal(std)

    /** GPT-2's projections into the residual stream: std = [range] / √(2 · [layers]). */
    public fun gpt2Residual(layers: Int, range: Double = 0.02): Initializer = Recipes.gpt2Residual(layers, range)

    /** Llama's linear layers and embeddings: N(0, [std]²). */
    public fun llamaNormal(std: Double = 0.02): Initializer = Recipes.llamaNormal(std)

    /** Llama's projections into the residual stream; [layer] counts from 0. */
    public fun llamaResidual(layer: Int): Initializer = Recipes.llamaResidual(layer)

    /** Llama's output: std = 1 / √in, cut at three deviations. */
    public fun llamaOutput(): Initializer = Recipes.llamaOutput()

    /** T5's shared embedding: N(0, 1). */
    public fun t5Embedding(): Initializer = Recipes.t5Embedding()

    /** T5's queries: std = 1 / √(in · [headSize]). */
    public fun t5Query(headSize: Int): Initializer = Recipes.t5Query(headSize)

    /** T5's keys and values: std = 1 / √in. */
    public fun t5KeyValue(): Initializer = Recipes.t5KeyValue()

    /** T5's projection out of the attention: std = 1 / √in. */
    public fun t5AttentionOutput(): Initializer = Recipes.t5AttentionOutput()

    /** T5's feed-forward matrices: std = 1 / √in. */
    public fun t5FeedForward(): Initializer = Recipes.t5FeedForward()

    /** The matrices that read the residual stream, in GPT-NeoX and others: std = √(2 / (5 · in)). */
    public fun smallInit(): Initializer = Recipes.smallInit()

    /** The matrices that write to the residual stream, in GPT-J and GPT-NeoX: std = 2 / ([layers] · √out). */
    public fun wangInit(layers: Int): Initializer = Recipes.wangInit(layers)

    /** DeepNorm's feed-forward matrices, values and outputs, in a model of [layers] layers. */
    public fun deepNorm(layers: Int): Initializer = Recipes.deepNorm(layers)

    /** T-Fixup's encoder of [layers] layers. */
    public fun tFixupEncoder(layers: Int): Initializer = Recipes.tFixupEncoder(layers)

    /** T-Fixup's decoder of [layers] layers. */
    public fun tFixupDecoder(layers: Int): Initializer = Recipes.tFixupDecoder(layers)

    /** Fixup's convolutions of a residual branch, but for the last. */
    public fun fixupResidual(layers: Int, convolutions: Int = 2): Initializer =
        Recipes.fixupResidual(layers, convolutions)

    /** Fixup's last convolution of a branch, and its classifier: zeros. */
    public fun fixupLast(): Initializer = Recipes.fixupLast()

    /** LoRA's factor that the input meets: U(±1 / √fan_in). */
    public fun loraA(): Initializer = Recipes.loraA()

    /** LoRA's other factor: zeros. */
    public fun loraB(): Initializer = Recipes.loraB()

    /** SIREN's first layer: U(±1 / fan_in). */
    public fun sirenFirst(): Initializer = Recipes.sirenFirst()

    /** SIREN's other layers, for sin([omega] · x): U(±√(6 / fan_in) / [omega]). */
    public fun sirenHidden(omega: Double = 30.0): Initializer = Recipes.sirenHidden(omega)

    /** EfficientNet's convolutions: std = √(2 / fan_out). */
    public fun efficientNetConv(): Initializer = Recipes.efficientNetConv()

    /** The recurrent matrix of a simple RNN with ReLU: the identity. */
    public fun irnn(): Initializer = Recipes.irnn()

    /** The factors of a residual branch: 0.1 up to 18 layers, 1e-5 for 24 and 1e-6 beyond. */
    public fun layerScale(value: Double = 1e-6): Initializer = Recipes.layerScale(value)

    /** The gate of a residual branch: zero. */
    public fun reZero(): Initializer = Recipes.reZero()

    /** The last weight of a residual branch: zeros. */
    public fun zeroInitResidual(): Initializer = Recipes.zeroInitResidual()

    /** The `A_log` of Mamba: ln(1), ln(2), … along the last axis. */
    public fun mambaALog(): Initializer = Recipes.mambaALog()

    /** The bias of Mamba's time step: log-uniform between [low] and [high], and not below [floor]. */
    public fun mambaDtBias(low: Double = 0.001, high: Double = 0.1, floor: Double = 1e-4): Initializer =
        Recipes.mambaDtBias(low, high, floor)

    /** The bias of a classifier of many classes: -ln([classes]). */
    public fun priorBias(classes: Int): Initializer = Recipes.priorBias(classes)

    /** The bias of a detector's classifier whose classes have the probability [prior]. */
    public fun focalPriorBias(prior: Double = 0.01): Initializer = Recipes.focalPriorBias(prior)

    /** An LSTM's bias with an open forget gate: its second quarter is [value], the rest as [others] says. */
    public fun forgetGateBias(others: Initializer = Recipes.reZero(), value: Double = 1.0): Initializer =
        Recipes.forgetGateBias(others, value)

    /** An embedding that starts as [others] says, but for the row of the padding token, which is zero. */
    public fun paddingRow(others: Initializer, index: Int = 0): Initializer = Recipes.paddingRow(others, index)
}
