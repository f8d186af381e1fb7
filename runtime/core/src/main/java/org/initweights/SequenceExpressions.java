package org.initweights;

/**
 * The expressions of recipes for sequences, which their annotations and the methods of the same names in
 * {@link SequenceRecipes} share; a table of your own may be made of them.
 *
 * <p>They are constants, and threads may share them.
 */
public final class SequenceExpressions {

    // The largest power of two up to n0; a logarithm may be a little less than the integer that it should be.
    private static final String POWER_OF_TWO = "pow(2, floor(log(n0) / log(2) + 1e-9))";

    // The angle of an element, by its column for the first half of the channels and by its row for the second.
    private static final String GRID_ANGLE = "((i2 < n2 / 2 ? mod(i1 - extra, grid) : floor((i1 - extra) / grid))"
            + " * (1 / pow(base, mod(i2, n2 / 4) / (n2 / 4))))";

    private static final String FREQUENCY = "(1 / pow(theta, i0 / n0))";
    private static final String SMOOTH = "((original * " + FREQUENCY + " / (2 * pi) - low) / (high - low))";

    /** Of {@link org.initweights.recipe.SinusoidalPositions}. */
    public static final String SINUSOIDAL =
            "mod(i1, 2) == 0 ? sin(i0 / pow(base, i1 / n1)) : cos(i0 / pow(base, (i1 - 1) / n1))";

    /** Of {@link org.initweights.recipe.WhisperPositions}. */
    public static final String WHISPER = "i1 < n1 / 2"
            + " ? sin(i0 * exp(-log(base) / (n1 / 2 - 1) * i1))"
            + " : cos(i0 * exp(-log(base) / (n1 / 2 - 1) * (i1 - n1 / 2)))";

    /** Of {@link org.initweights.recipe.SinCos2dPositions}. */
    public static final String SIN_COS_2D =
            "i1 < extra ? 0 : mod(floor(i2 / (n2 / 4)), 2) == 0 ? sin" + GRID_ANGLE + " : cos" + GRID_ANGLE;

    /** Of {@link org.initweights.recipe.AlibiSlopes}. */
    public static final String ALIBI = "i0 < " + POWER_OF_TWO + " ? pow(2, -8 * (i0 + 1) / " + POWER_OF_TWO
            + ") : pow(2, -4 * (2 * (i0 - " + POWER_OF_TWO + ") + 1) / " + POWER_OF_TWO + ")";

    /** Of {@link org.initweights.recipe.RotaryFrequencies}. */
    public static final String ROTARY = "1 / pow(theta, i0 / n0) / factor";

    /** Of {@link org.initweights.recipe.Llama3RotaryFrequencies}. */
    public static final String LLAMA3_ROTARY = "original * " + FREQUENCY + " >= 2 * pi * high ? " + FREQUENCY
            + " : original * " + FREQUENCY + " <= 2 * pi * low ? " + FREQUENCY + " / factor : (1 - " + SMOOTH + ") * "
            + FREQUENCY + " / factor + " + SMOOTH + " * " + FREQUENCY;

    /** Of {@link org.initweights.recipe.S4dLin}. */
    public static final String S4D_LIN = "pi * i1";

    /** Of {@link org.initweights.recipe.S4dReal}. */
    public static final String S4D_REAL = "-(i1 + 1)";

    /** Of {@link org.initweights.recipe.GriffinRecurrent}. */
    public static final String GRIFFIN = "log(expm1(-log(x) / 2))";

    /** Of {@link org.initweights.recipe.LruNu}. */
    public static final String LRU_NU = "log(-log(x) / 2)";

    /** Of {@link org.initweights.recipe.LruTheta}. */
    public static final String LRU_THETA = "log(maxPhase * max(x, 1e-8))";

    /** Of {@link org.initweights.recipe.Mamba2ALog}. */
    public static final String LOGARITHM = "log(x)";

    /** Of {@link org.initweights.recipe.Rwkv7Decay}. */
    public static final String RWKV7_DECAY = "-7 + 5 * pow(i2 / (n2 - 1), 0.85 + sqrt(layer / (layers - 1))) + 0.5";

    /** Of {@link org.initweights.recipe.Rwkv7Mix}. */
    public static final String RWKV7_MIX =
            "1 - (pow(i2 / n2, exponent * (1 - layer / layers)) + rise * layer / (layers - 1))";

    /** Of {@link org.initweights.recipe.SwinRelativePositionIndex}: no number where the places are no square of rows. */
    public static final String SWIN_INDEX = "n0 == n1 ? (mod(n0, width) == 0"
            + " ? (floor(i0 / width) - floor(i1 / width) + n0 / width - 1) * (2 * width - 1)"
            + " + mod(i0, width) - mod(i1, width) + width - 1 : log(-n0)) : log(-n0)";

    private SequenceExpressions() {}
}
