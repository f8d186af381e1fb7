/**
 * DeepSeek-V3, as Hugging Face's {@code DeepseekV3ForCausalLM} builds and initialises it, without the layer that predicts further
 * tokens.
 *
 * <p>DeepSeek-AI, <i>DeepSeek-V3 technical report</i>, 2024.
 */
package org.initweights.samples.zoo.deepseek;
