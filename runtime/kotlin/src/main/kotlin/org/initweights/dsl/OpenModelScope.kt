package org.initweights.dsl

import org.initweights.Initializer
import org.initweights.OpenModelRecipes

/**
 * What open language models start with, as [OpenModelRecipes] has it, with the defaults.
 *
 * ```
 * tensor("model.embed_tokens.weight", 151936, 4096) { qwen3Normal() }
 * ```
 *
 * A scope never changes, and threads may share it.
 */
@InitWeightsDsl
public abstract class OpenModelScope internal constructor() : WidthScope() {

    /** DeepSeek-V3: N(0, [std]²). */
    public fun deepSeekV3Normal(std: Double = 0.006): Initializer = OpenModelRecipes.deepSeekV3Normal(std)

    /** OLMo 2: N(0, [std]²), cut at three deviations. */
    public fun olmo2Normal(std: Double = 0.02): Initializer = OpenModelRecipes.olmo2Normal(std)

    /** Qwen3 as Hugging Face builds it: N(0, [std]²). */
    public fun qwen3Normal(std: Double = 0.02): Initializer = OpenModelRecipes.qwen3Normal(std)

    /** Llama 4 as Hugging Face builds it: N(0, [std]²). */
    public fun llama4Normal(std: Double = 0.02): Initializer = OpenModelRecipes.llama4Normal(std)

    /** Gemma 3 as Hugging Face builds it: N(0, [std]²). */
    public fun gemma3Normal(std: Double = 0.02): Initializer = OpenModelRecipes.gemma3Normal(std)

    /** The scales of Gemma's norms, which multiply by 1 + scale: zeros. */
    public fun gemma3NormScale(): Initializer = OpenModelRecipes.gemma3NormScale()

    /** gpt-oss as Hugging Face builds it: N(0, [std]²). */
    public fun gptOssNormal(std: Double = 0.02): Initializer = OpenModelRecipes.gptOssNormal(std)
}
