package org.initweights;

import org.initweights.internal.rule.MupBranchRule;
import org.initweights.internal.rule.MupRole;
import org.initweights.internal.rule.MupRule;

/**
 * Recipes of models that grow in width: the maximal update parametrization, µP, of Yang, Hu and others, <i>Tensor Programs V</i>, 2022, in
 * the form of its table 8. {@link Initializers} has them; the annotations of {@code org.initweights.recipe} with the same names describe each
 * at length.
 *
 * <p>{@code base} is the size that the axis which grows has in the base model, whose learning rate is to be transferred.
 * {@link Parameter#learningRateScale} and {@link Parameter#outputMultiplier} say what belongs to the numbers that are drawn.
 *
 * <p>Any thread may call these methods and share what they return, which is immutable.
 */
public abstract sealed class WidthRecipes permits OpenModelRecipes {

    WidthRecipes() {}

    /** µP's input weights: std = 1 / √fan_in; the outputs grow. */
    public static Initializer mupInput(double base) {
        return mupInput(1, base);
    }

    /** µP's input weights: std = gain / √fan_in; the outputs grow. */
    public static Initializer mupInput(double gain, double base) {
        return new MupRule(MupRole.INPUT, gain, base);
    }

    /** µP's embeddings: N(0, std²); the last axis grows. */
    public static Initializer mupEmbedding(double std, double base) {
        return new MupRule(MupRole.EMBEDDING, std, base);
    }

    /** µP's biases, {@code value} 0, and gains of normalisations, {@code value} 1; the last axis grows. */
    public static Initializer mupVector(double value, double base) {
        return new MupRule(MupRole.VECTOR, value, base);
    }

    /** µP's hidden weights: std = 1 / √fan_in; inputs and outputs grow, and {@code base} is of the inputs. */
    public static Initializer mupHidden(double base) {
        return mupHidden(1, base);
    }

    /** µP's hidden weights: std = gain / √fan_in; inputs and outputs grow, and {@code base} is of the inputs. */
    public static Initializer mupHidden(double gain, double base) {
        return new MupRule(MupRole.HIDDEN, gain, base);
    }

    /**
     * CompleteP's hidden weights inside of a residual block: as {@link #mupHidden(double)}, in a model that also grows in depth, with α = 1.
     *
     * @param depth how many residual blocks the model has
     * @param baseDepth how many the base model has
     */
    public static Initializer mupBranchHidden(double base, double depth, double baseDepth) {
        return mupBranchHidden(1, base, depth, baseDepth, 1);
    }

    /**
     * µP's hidden weights inside of a residual block, in a model that also grows in depth. The forward pass multiplies what the block adds by
     * {@link Parameter#branchMultiplier}.
     *
     * @param depth how many residual blocks the model has
     * @param baseDepth how many the base model has
     * @param depthExponent α: 0.5 for Depth-µP, 1 for CompleteP, or between
     */
    public static Initializer mupBranchHidden(
            double gain, double base, double depth, double baseDepth, double depthExponent) {
        return new MupBranchRule(MupRole.HIDDEN, gain, base, depth, baseDepth, depthExponent);
    }

    /**
     * µP's biases and gains of normalisations inside of a residual block, in a model that also grows in depth; see
     * {@link #mupBranchHidden(double, double, double, double, double)}.
     */
    public static Initializer mupBranchVector(
            double value, double base, double depth, double baseDepth, double depthExponent) {
        return new MupBranchRule(MupRole.VECTOR, value, base, depth, baseDepth, depthExponent);
    }

    /** µP's output weights: std = 1 / √fan_in of the base model; the inputs grow. */
    public static Initializer mupOutput(double base) {
        return mupOutput(1, base);
    }

    /** µP's output weights: std = gain / √fan_in of the base model; the inputs grow. The paper recommends a gain of 0. */
    public static Initializer mupOutput(double gain, double base) {
        return new MupRule(MupRole.OUTPUT, gain, base);
    }

    /**
     * µP's readouts that share their weight with the embedding: N(0, std²), rows that are looked up and learn as those of an embedding;
     * what it gives as a readout is multiplied by {@link Parameter#outputMultiplier}. The inputs of the readout grow.
     */
    public static Initializer mupSharedReadout(double std, double base) {
        return new MupRule(MupRole.SHARED_READOUT, std, base);
    }
}
