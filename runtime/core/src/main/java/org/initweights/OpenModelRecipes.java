package org.initweights;

/**
 * What open language models of 2024 and 2025 start with. {@link Initializers} has them; the annotations of {@code org.initweights.recipe}
 * with the same names say where each number is from.
 *
 * <p>A negative deviation is refused at once by an {@link InitializationException}.
 *
 * <p>Any thread may call these methods and share what they return, which is immutable.
 */
public abstract sealed class OpenModelRecipes extends WidthRecipes permits SequenceRecipes {

    OpenModelRecipes() {}

    /** DeepSeek-V3: N(0, 0.006²), as its report says. */
    public static Initializer deepSeekV3Normal() {
        return deepSeekV3Normal(0.006);
    }

    /** DeepSeek-V3 with another deviation: N(0, std²). */
    public static Initializer deepSeekV3Normal(double std) {
        return Initializers.normal(0, std);
    }

    /** OLMo 2: N(0, 0.02²), cut at three deviations, as its configurations say. */
    public static Initializer olmo2Normal() {
        return olmo2Normal(0.02);
    }

    /** OLMo 2 with another deviation: N(0, std²), cut at three deviations. */
    public static Initializer olmo2Normal(double std) {
        return Initializers.truncNormal(0, std, -3 * std, 3 * std);
    }

    /** Qwen3 as Hugging Face builds it: N(0, 0.02²). */
    public static Initializer qwen3Normal() {
        return qwen3Normal(0.02);
    }

    /** Qwen3 with another deviation: N(0, std²). */
    public static Initializer qwen3Normal(double std) {
        return Initializers.normal(0, std);
    }

    /** Llama 4 as Hugging Face builds it: N(0, 0.02²). */
    public static Initializer llama4Normal() {
        return llama4Normal(0.02);
    }

    /** Llama 4 with another deviation: N(0, std²). */
    public static Initializer llama4Normal(double std) {
        return Initializers.normal(0, std);
    }

    /** Gemma 3 as Hugging Face builds it: N(0, 0.02²). */
    public static Initializer gemma3Normal() {
        return gemma3Normal(0.02);
    }

    /** Gemma 3 with another deviation: N(0, std²). */
    public static Initializer gemma3Normal(double std) {
        return Initializers.normal(0, std);
    }

    /** The scales of Gemma's norms, which multiply by 1 + scale: zeros. */
    public static Initializer gemma3NormScale() {
        return Initializers.zeros();
    }

    /** gpt-oss as Hugging Face builds it: N(0, 0.02²). */
    public static Initializer gptOssNormal() {
        return gptOssNormal(0.02);
    }

    /** gpt-oss with another deviation: N(0, std²). */
    public static Initializer gptOssNormal(double std) {
        return Initializers.normal(0, std);
    }
}
