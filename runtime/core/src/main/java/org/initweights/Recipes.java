package org.initweights;

import java.io.Serializable;
import java.util.function.ToDoubleFunction;
import org.initweights.internal.fill.Argument;
import org.initweights.internal.fill.Rank;

/**
 * The recipes of papers and published models as initializers, for tensors that no annotation can stand on: what the annotations of
 * {@code org.initweights.recipe} with the same names give the same shape, to the bit. They describe each at length, with its source.
 *
 * <pre>{@code
 * Weights.of(b -> b
 *         .tensor("wte", Initializers.gpt2Normal(), 50257, 768)
 *         .tensor("proj", Initializers.gpt2Residual(12), 768, 768));
 * }</pre>
 *
 * <p>{@link Initializers} has them, too. Arguments out of range are refused at once, shapes that do not fit when the initializer is
 * resolved, by an {@link InitializationException}.
 *
 * <p>Any thread may call these methods and share what they return, which is immutable.
 */
public abstract sealed class Recipes extends SequenceRecipes permits Initializers {

    Recipes() {}

    /** GPT-2's linear layers and embeddings: N(0, 0.02²). */
    public static Initializer gpt2Normal() {
        return gpt2Normal(0.02);
    }

    /** GPT-2's linear layers and embeddings: N(0, std²). */
    public static Initializer gpt2Normal(double std) {
        return Initializers.normal(0, std);
    }

    /** GPT-2's projections into the residual stream: std = 0.02 / √(2 · layers). */
    public static Initializer gpt2Residual(int layers) {
        return gpt2Residual(layers, 0.02);
    }

    /**
     * GPT-2's projections into the residual stream: std = range / √(2 · layers).
     *
     * @param range the standard deviation of the other weights, 0 or more
     */
    public static Initializer gpt2Residual(int layers, double range) {
        Argument.positive("gpt2Residual", "layers", layers);
        Argument.notNegative("gpt2Residual", "range", range);
        return Initializers.normal(0, range / Math.sqrt(2 * (double) layers));
    }

    /** Llama's linear layers and embeddings: N(0, 0.02²). */
    public static Initializer llamaNormal() {
        return llamaNormal(0.02);
    }

    /** Llama's linear layers and embeddings: N(0, std²). */
    public static Initializer llamaNormal(double std) {
        return Initializers.normal(0, std);
    }

    /**
     * Llama's projections into the residual stream as torchtitan has them: std = 0.02 / √(2 · (layer + 1)).
     *
     * @param layer the position of the layer, from 0
     */
    public static Initializer llamaResidual(int layer) {
        Argument.notNegative("llamaResidual", "layer", layer);
        return Initializers.normal(0, 0.02 / Math.sqrt(2 * ((double) layer + 1)));
    }

    /** Llama's output as torchtitan has it: std = 1 / √in, cut at three deviations. */
    public static Initializer llamaOutput() {
        return (Initializer & Serializable) shape -> {
            Rank.checkFan("llamaOutput", shape);
            double root = Math.sqrt((double) shape.inChannels());
            return Initializers.truncNormal(0, 1 / root, -3 / root, 3 / root).resolve(shape);
        };
    }

    /** T5's shared embedding: N(0, 1). */
    public static Initializer t5Embedding() {
        return Initializers.normal(0, 1);
    }

    /** T5's queries: std = 1 / √(in · headSize). */
    public static Initializer t5Query(int headSize) {
        Argument.positive("t5Query", "headSize", headSize);
        return ofStd("t5Query", shape -> 1 / Math.sqrt((double) shape.inChannels() * headSize));
    }

    /** T5's keys and values: std = 1 / √in. */
    public static Initializer t5KeyValue() {
        return ofStd("t5KeyValue", Recipes::inverseRootOfIn);
    }

    /** T5's projection out of the attention: std = 1 / √in. */
    public static Initializer t5AttentionOutput() {
        return ofStd("t5AttentionOutput", Recipes::inverseRootOfIn);
    }

    /** T5's feed-forward matrices: std = 1 / √in. */
    public static Initializer t5FeedForward() {
        return ofStd("t5FeedForward", Recipes::inverseRootOfIn);
    }

    /** The matrices that read the residual stream, in GPT-NeoX and others: std = √(2 / (5 · in)). */
    public static Initializer smallInit() {
        return ofStd("smallInit", shape -> Math.sqrt(2 / (5 * (double) shape.inChannels())));
    }

    /** The matrices that write to the residual stream, in GPT-J and GPT-NeoX: std = 2 / (layers · √out). */
    public static Initializer wangInit(int layers) {
        Argument.positive("wangInit", "layers", layers);
        return ofStd("wangInit", shape -> 2 / (layers * Math.sqrt((double) shape.outChannels())));
    }

    /** DeepNorm's feed-forward matrices, values and outputs: Xavier normal with gain (8 · layers)^(-1/4). */
    public static Initializer deepNorm(int layers) {
        Argument.positive("deepNorm", "layers", layers);
        return Initializers.xavierNormal(Math.pow(8 * (double) layers, -0.25));
    }

    /** T-Fixup's encoder: Xavier uniform with gain 0.67 · layers^(-1/4). */
    public static Initializer tFixupEncoder(int layers) {
        Argument.positive("tFixupEncoder", "layers", layers);
        return Initializers.xavierUniform(0.67 * Math.pow(layers, -0.25));
    }

    /** T-Fixup's decoder: Xavier uniform with gain (9 · layers)^(-1/4). */
    public static Initializer tFixupDecoder(int layers) {
        Argument.positive("tFixupDecoder", "layers", layers);
        return Initializers.xavierUniform(Math.pow(9 * (double) layers, -0.25));
    }

    /** Fixup's first convolution of a branch of two: std = √(2 / fan_out) · layers^(-1/2). */
    public static Initializer fixupResidual(int layers) {
        return fixupResidual(layers, 2);
    }

    /**
     * Fixup's convolutions of a residual branch, but for the last: std = √(2 / fan_out) · layers^(-1 / (2 · convolutions - 2)).
     *
     * @param layers the number of residual branches, 1 or more
     * @param convolutions the number of convolutions in a branch, 2 or more
     */
    public static Initializer fixupResidual(int layers, int convolutions) {
        Argument.positive("fixupResidual", "layers", layers);
        Argument.size("fixupResidual", "convolutions", convolutions, 2);
        double factor = Math.pow(layers, -1 / (2 * (double) convolutions - 2));
        return ofStd(
                "fixupResidual", shape -> Math.sqrt(2 / (double) shape.fans().fanOut()) * factor);
    }

    /** Fixup's last convolution of a branch, and its classifier: zeros. */
    public static Initializer fixupLast() {
        return Initializers.zeros();
    }

    /** LoRA's factor that the input meets: U(±1 / √fan_in), Kaiming uniform with a = √5. */
    public static Initializer loraA() {
        return Initializers.kaimingUniform(Math.sqrt(5), FanMode.FAN_IN, Nonlinearity.LEAKY_RELU);
    }

    /** LoRA's other factor: zeros. */
    public static Initializer loraB() {
        return Initializers.zeros();
    }

    /** SIREN's first layer: U(±1 / fan_in). */
    public static Initializer sirenFirst() {
        return ofBound("sirenFirst", shape -> 1 / (double) shape.fans().fanIn());
    }

    /** SIREN's other layers, for sin(30 · x): U(±√(6 / fan_in) / 30). */
    public static Initializer sirenHidden() {
        return sirenHidden(30);
    }

    /** SIREN's other layers, for sin(omega · x): U(±√(6 / fan_in) / omega). */
    public static Initializer sirenHidden(double omega) {
        Argument.positive("sirenHidden", "omega", omega);
        return ofBound(
                "sirenHidden", shape -> Math.sqrt(6 / (double) shape.fans().fanIn()) / omega);
    }

    /** EfficientNet's convolutions as timm has them: std = √(2 / fan_out). */
    public static Initializer efficientNetConv() {
        return ofStd(
                "efficientNetConv", shape -> Math.sqrt(2 / (double) shape.fans().fanOut()));
    }

    /** The recurrent matrix of a simple RNN with ReLU: the identity. */
    public static Initializer irnn() {
        return Initializers.eye();
    }

    /** The factors of a residual branch: 1e-6. */
    public static Initializer layerScale() {
        return layerScale(1e-6);
    }

    /** The factors of a residual branch: the paper takes 0.1 up to 18 layers, 1e-5 for 24 and 1e-6 beyond. */
    public static Initializer layerScale(double value) {
        return Initializers.constant(value);
    }

    /** The gate of a residual branch: zero. */
    public static Initializer reZero() {
        return Initializers.zeros();
    }

    /** The last weight of a residual branch: zeros. */
    public static Initializer zeroInitResidual() {
        return Initializers.zeros();
    }

    /** The {@code A_log} of Mamba: ln(1), ln(2), … along the last axis. */
    public static Initializer mambaALog() {
        return Initializers.logRange();
    }

    /** The bias of Mamba's time step, between 0.001 and 0.1. */
    public static Initializer mambaDtBias() {
        return Initializers.inverseSoftplusLogUniform();
    }

    /** The bias of Mamba's time step. See {@link Initializers#inverseSoftplusLogUniform(double, double, double)}. */
    public static Initializer mambaDtBias(double low, double high, double floor) {
        return Initializers.inverseSoftplusLogUniform(low, high, floor);
    }

    /** The bias of a classifier of many classes: -ln(classes). */
    public static Initializer priorBias(int classes) {
        Argument.positive("priorBias", "classes", classes);
        return Initializers.constant(-Math.log(classes));
    }

    /** The bias of a detector's classifier whose classes have the probability 0.01: -ln(99). */
    public static Initializer focalPriorBias() {
        return focalPriorBias(0.01);
    }

    /**
     * The bias of a detector's classifier: -ln((1 - prior) / prior).
     *
     * @param prior the probability of the rare class at the start, between 0 and 1
     */
    public static Initializer focalPriorBias(double prior) {
        Argument.fraction("focalPriorBias", "prior", prior);
        return Initializers.constant(-Math.log((1 - prior) / prior));
    }

    /** An LSTM's bias with an open forget gate: the second quarter of the rows is 1, the others are as {@code others} says. */
    public static Initializer forgetGateBias(Initializer others) {
        return forgetGateBias(others, 1);
    }

    /** An LSTM's bias with an open forget gate: the second quarter of the rows is {@code value}, the others are as {@code others} says. */
    public static Initializer forgetGateBias(Initializer others, double value) {
        Initializer gate = Initializers.constant(value);
        return (Initializer & Serializable) shape -> {
            long rows = shape.rank() == 0 ? 0 : shape.size(0);
            return others.withRows(rows / 4, rows / 2, gate).resolve(shape);
        };
    }

    /** An embedding whose row of the padding token is zero. */
    public static Initializer paddingRow(Initializer others, int index) {
        return others.withRows(index, index + 1L, Initializers.zeros());
    }

    /** A number that a shape gives; what is made of it can be serialised. */
    private interface Quantity extends ToDoubleFunction<TensorShape>, Serializable {}

    private static double inverseRootOfIn(TensorShape shape) {
        return 1 / Math.sqrt((double) shape.inChannels());
    }

    private static Initializer ofStd(String recipe, Quantity std) {
        return (Initializer & Serializable) shape -> {
            Rank.checkFan(recipe, shape);
            return Initializers.normal(0, std.applyAsDouble(shape)).resolve(shape);
        };
    }

    private static Initializer ofBound(String recipe, Quantity bound) {
        return (Initializer & Serializable) shape -> {
            Rank.checkFan(recipe, shape);
            double most = bound.applyAsDouble(shape);
            return Initializers.uniform(-most, most).resolve(shape);
        };
    }
}
