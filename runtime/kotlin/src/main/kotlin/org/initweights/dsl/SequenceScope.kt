package org.initweights.dsl

import org.initweights.Initializer
import org.initweights.SequenceRecipes

/**
 * The recipes of sequence models, as [SequenceRecipes] has them, with their defaults.
 *
 * ```
 * tensor("encoder.positions", 1500, 384) { whisperPositions() }
 * ```
 *
 * A scope never changes, and threads may share it.
 */
@InitWeightsDsl
public abstract class SequenceScope internal constructor() : OpenModelScope() {

    /** The Transformer's positions: sines and cosines side by side, up to a wavelength of [base] · 2π. */
    public fun sinusoidalPositions(base: Double = 10_000.0): Initializer = SequenceRecipes.sinusoidalPositions(base)

    /** Whisper's positions: all sines, then all cosines. */
    public fun whisperPositions(base: Double = 10_000.0): Initializer = SequenceRecipes.whisperPositions(base)

    /** The positions of MAE and DiT on a grid of [grid] columns, after [extra] positions that are 0. */
    public fun sinCos2dPositions(grid: Int, extra: Int = 0, base: Double = 10_000.0): Initializer =
        SequenceRecipes.sinCos2dPositions(grid, extra, base)

    /** ALiBi's slopes, one for each head. */
    public fun alibiSlopes(): Initializer = SequenceRecipes.alibiSlopes()

    /** The inverse frequencies of rotary embeddings: [theta]^(-2k / d) / [factor]. */
    public fun rotaryFrequencies(theta: Double = 10_000.0, factor: Double = 1.0): Initializer =
        SequenceRecipes.rotaryFrequencies(theta, factor)

    /** The inverse frequencies of rotary embeddings, scaled as Llama 3.1 does. */
    public fun llama3RotaryFrequencies(
        theta: Double = 500_000.0,
        factor: Double = 8.0,
        low: Double = 1.0,
        high: Double = 4.0,
        original: Double = 8192.0,
    ): Initializer = SequenceRecipes.llama3RotaryFrequencies(theta, factor, low, high, original)

    /** S4D-Lin's imaginary parts, π·n. */
    public fun s4dLin(): Initializer = SequenceRecipes.s4dLin()

    /** S4D-Real, -(n + 1). */
    public fun s4dReal(): Initializer = SequenceRecipes.s4dReal()

    /** The recurrent parameter of Griffin's RG-LRU, on a ring. */
    public fun griffinRecurrent(minRadius: Double = 0.9, maxRadius: Double = 0.999): Initializer =
        SequenceRecipes.griffinRecurrent(minRadius, maxRadius)

    /** `nu_log` of the LRU, on a ring. */
    public fun lruNu(minRadius: Double = 0.9, maxRadius: Double = 0.999): Initializer =
        SequenceRecipes.lruNu(minRadius, maxRadius)

    /** `theta_log` of the LRU, for phases up to [maxPhase]. */
    public fun lruTheta(maxPhase: Double = 6.28): Initializer = SequenceRecipes.lruTheta(maxPhase)

    /** `A_log` of Mamba-2: ln U([minA], [maxA]). */
    public fun mamba2ALog(minA: Double = 1.0, maxA: Double = 16.0): Initializer = SequenceRecipes.mamba2ALog(minA, maxA)

    /** The decay of RWKV-7 in a [layer], counted from 0, of [layers]. */
    public fun rwkv7Decay(layer: Int, layers: Int): Initializer = SequenceRecipes.rwkv7Decay(layer, layers)

    /** A token mix of RWKV-7 in a [layer], counted from 0, of [layers]. */
    public fun rwkv7Mix(exponent: Double, layer: Int, layers: Int, rise: Double = 0.0): Initializer =
        SequenceRecipes.rwkv7Mix(exponent, rise, layer, layers)

    /** Swin's index of relative positions in a window of [width] columns. */
    public fun swinRelativePositionIndex(width: Int): Initializer = SequenceRecipes.swinRelativePositionIndex(width)
}
