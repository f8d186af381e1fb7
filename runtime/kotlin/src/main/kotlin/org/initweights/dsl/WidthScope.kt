package org.initweights.dsl

import org.initweights.Initializer
import org.initweights.WidthRecipes

/**
 * The maximal update parametrization, µP, as [WidthRecipes] has it, with its defaults. The base is the size that the
 * axis which grows has in the base model.
 *
 * ```
 * tensor("hidden.weight", 1024, 1024) { mupHidden(base = 64.0) }
 * tensor("gain", 1024, 1) { weightNormGain("hidden.weight").withRole(mupVector(base = 64.0)) }
 * ```
 *
 * A scope never changes, and threads may share it.
 */
@InitWeightsDsl
public abstract class WidthScope internal constructor() {

    /** µP's input weights: std = [gain] / √fan_in; the outputs grow. */
    public fun mupInput(base: Double, gain: Double = 1.0): Initializer = WidthRecipes.mupInput(gain, base)

    /** µP's embeddings: N(0, [std]²); the last axis grows. */
    public fun mupEmbedding(base: Double, std: Double = 1.0): Initializer = WidthRecipes.mupEmbedding(std, base)

    /** µP's biases, and with the [value] 1 gains of normalisations; the last axis grows. */
    public fun mupVector(base: Double, value: Double = 0.0): Initializer = WidthRecipes.mupVector(value, base)

    /** µP's hidden weights: std = [gain] / √fan_in; inputs and outputs grow. */
    public fun mupHidden(base: Double, gain: Double = 1.0): Initializer = WidthRecipes.mupHidden(gain, base)

    /**
     * µP's hidden weights in a residual block of a model that also grows in depth: [depthExponent] 1.0 is CompleteP,
     * 0.5 Depth-µP.
     */
    public fun mupBranchHidden(
        base: Double,
        depth: Double,
        baseDepth: Double,
        depthExponent: Double = 1.0,
        gain: Double = 1.0,
    ): Initializer = WidthRecipes.mupBranchHidden(gain, base, depth, baseDepth, depthExponent)

    /** µP's biases, and with the [value] 1 gains of normalisations, in such a block. */
    public fun mupBranchVector(
        base: Double,
        depth: Double,
        baseDepth: Double,
        depthExponent: Double = 1.0,
        value: Double = 0.0,
    ): Initializer = WidthRecipes.mupBranchVector(value, base, depth, baseDepth, depthExponent)

    /** µP's output weights: std = [gain] / √fan_in of the base model; the inputs grow. */
    public fun mupOutput(base: Double, gain: Double = 1.0): Initializer = WidthRecipes.mupOutput(gain, base)

    /**
     * µP's readouts that share their weight with the embedding: N(0, [std]²); the inputs of the readout grow, and its
     * output is multiplied.
     */
    public fun mupSharedReadout(base: Double, std: Double = 1.0): Initializer = WidthRecipes.mupSharedReadout(std, base)
}
