package org.initweights;

import java.util.Map;

/**
 * Recipes of papers on sequences that are tables, or functions of what is drawn: positions, decays, spectra. {@link Initializers} has them;
 * the annotations of {@code org.initweights.recipe} with the same names describe each at length, with its source.
 *
 * <p>Shapes and numbers that do not fit are refused by an {@link InitializationException} when an initializer is resolved.
 *
 * <p>Any thread may call these methods and share what they return, which is immutable.
 */
public abstract sealed class SequenceRecipes extends OpenModelRecipes permits Recipes {

    SequenceRecipes() {}

    /** The Transformer's sines and cosines of positions, axis 0, side by side in the channels, axis 1. */
    public static Initializer sinusoidalPositions() {
        return sinusoidalPositions(10_000);
    }

    /** The Transformer's positions with another longest wavelength, {@code base} · 2π. */
    public static Initializer sinusoidalPositions(double base) {
        return Initializers.table(SequenceExpressions.SINUSOIDAL, Map.of("base", base));
    }

    /** Whisper's positions: all sines, then all cosines. */
    public static Initializer whisperPositions() {
        return whisperPositions(10_000);
    }

    /** Whisper's positions with another longest wavelength, {@code base} · 2π. */
    public static Initializer whisperPositions(double base) {
        return Initializers.table(SequenceExpressions.WHISPER, Map.of("base", base));
    }

    /**
     * The positions of MAE and DiT on a grid, [1, positions, channels].
     *
     * @param grid how many columns the grid has
     * @param extra how many positions, which are 0, come before those of the grid
     */
    public static Initializer sinCos2dPositions(int grid, int extra) {
        return sinCos2dPositions(grid, extra, 10_000);
    }

    /** The positions of MAE and DiT with another longest wavelength, {@code base} · 2π. */
    public static Initializer sinCos2dPositions(int grid, int extra, double base) {
        return Initializers.table(SequenceExpressions.SIN_COS_2D, Map.of("grid", grid, "extra", extra, "base", base));
    }

    /** ALiBi's slopes, one for each head of axis 0. */
    public static Initializer alibiSlopes() {
        return Initializers.table(SequenceExpressions.ALIBI);
    }

    /** The inverse frequencies of rotary embeddings of base 10,000; one axis, of half the size of a head. */
    public static Initializer rotaryFrequencies() {
        return rotaryFrequencies(10_000, 1);
    }

    /**
     * The inverse frequencies of rotary embeddings.
     *
     * @param theta the base
     * @param factor how many times as far positions reach
     */
    public static Initializer rotaryFrequencies(double theta, double factor) {
        return Initializers.table(SequenceExpressions.ROTARY, Map.of("theta", theta, "factor", factor));
    }

    /** The inverse frequencies of Llama 3.1. */
    public static Initializer llama3RotaryFrequencies() {
        return llama3RotaryFrequencies(500_000, 8, 1, 4, 8192);
    }

    /**
     * The inverse frequencies of rotary embeddings that are scaled as Llama 3.1 does.
     *
     * @param theta the base
     * @param factor by what low frequencies are divided
     * @param low how many waves in the original length make a frequency low
     * @param high how many make it high
     * @param original the original length
     */
    public static Initializer llama3RotaryFrequencies(
            double theta, double factor, double low, double high, double original) {
        return Initializers.table(
                SequenceExpressions.LLAMA3_ROTARY,
                Map.of("theta", theta, "factor", factor, "low", low, "high", high, "original", original));
    }

    /** S4D-Lin: the imaginary parts π·n along axis 1. */
    public static Initializer s4dLin() {
        return Initializers.table(SequenceExpressions.S4D_LIN);
    }

    /** S4D-Real: -(n + 1) along axis 1. */
    public static Initializer s4dReal() {
        return Initializers.table(SequenceExpressions.S4D_REAL);
    }

    /** The recurrent parameter of Griffin's RG-LRU, with radii from 0.9 to 0.999. */
    public static Initializer griffinRecurrent() {
        return griffinRecurrent(0.9, 0.999);
    }

    /** The recurrent parameter of Griffin's RG-LRU. */
    public static Initializer griffinRecurrent(double minRadius, double maxRadius) {
        return Initializers.uniform(minRadius * minRadius + 1e-8, maxRadius * maxRadius + 1e-8)
                .transformed(SequenceExpressions.GRIFFIN);
    }

    /** {@code nu_log} of the LRU, with radii from 0.9 to 0.999. */
    public static Initializer lruNu() {
        return lruNu(0.9, 0.999);
    }

    /** {@code nu_log} of the LRU. */
    public static Initializer lruNu(double minRadius, double maxRadius) {
        return Initializers.uniform(minRadius * minRadius, maxRadius * maxRadius)
                .transformed(SequenceExpressions.LRU_NU);
    }

    /** {@code theta_log} of the LRU, for phases up to 6.28. */
    public static Initializer lruTheta() {
        return lruTheta(6.28);
    }

    /** {@code theta_log} of the LRU. */
    public static Initializer lruTheta(double maxPhase) {
        return Initializers.uniform().transformed(SequenceExpressions.LRU_THETA, Map.of("maxPhase", maxPhase));
    }

    /** {@code A_log} of Mamba-2: log U(1, 16). */
    public static Initializer mamba2ALog() {
        return mamba2ALog(1, 16);
    }

    /** {@code A_log} of Mamba-2: log U(minA, maxA). */
    public static Initializer mamba2ALog(double minA, double maxA) {
        return Initializers.uniform(minA, maxA).transformed(SequenceExpressions.LOGARITHM);
    }

    /**
     * The decay of RWKV-7, {@code w0}, [1, 1, channels].
     *
     * @param layer the number of the layer, from 0
     * @param layers how many layers there are, 2 or more
     */
    public static Initializer rwkv7Decay(int layer, int layers) {
        return Initializers.table(SequenceExpressions.RWKV7_DECAY, Map.of("layer", layer, "layers", layers));
    }

    /**
     * A token mix of RWKV-7, [1, 1, channels].
     *
     * @param exponent how steep the ramp of the first layer is
     * @param rise by how much less the last layer keeps
     */
    public static Initializer rwkv7Mix(double exponent, double rise, int layer, int layers) {
        return Initializers.table(
                SequenceExpressions.RWKV7_MIX,
                Map.of("exponent", exponent, "rise", rise, "layer", layer, "layers", layers));
    }

    /**
     * Swin's index of relative positions, [places, places].
     *
     * @param width how many columns the window has; its rows are places / width
     */
    public static Initializer swinRelativePositionIndex(int width) {
        return Initializers.table(SequenceExpressions.SWIN_INDEX, Map.of("width", width));
    }
}
