package org.initweights.recipe;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.initweights.annotation.Formula;
import org.initweights.annotation.TruncNormal;

/**
 * Llama as torchtitan builds it: the output projection, cut at three standard deviations.
 *
 * <pre>
 * w ~ N(0, σ²) given |w| ≤ 3σ,   σ = 1 / √in
 * </pre>
 *
 * <p>{@code in} is the width of the model. Example:
 * <pre>{@code
 * @Shape({32000, 4096}) @LlamaOutput float[] output;             // σ = 1 / 64
 * }</pre>
 *
 * <p>Errors:
 * <pre>{@code
 * @Shape(4096) @LlamaOutput float[] vector;                      // FanRank: a vector has no input channels
 * }</pre>
 *
 * <p>Source: {@code torchtitan.models.llama3}, {@code final_out_std}.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.ANNOTATION_TYPE})
@TruncNormal
@Formula(std = "1 / sqrt(shape.in)", a = "-3 / sqrt(shape.in)", b = "3 / sqrt(shape.in)")
public @interface LlamaOutput {}
