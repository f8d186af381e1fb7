package org.initweights.recipe;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.initweights.annotation.Zeros;

/**
 * The scales of Gemma's norms, which multiply by 1 + scale: zeros.
 *
 * <pre>
 * scale = 0
 * </pre>
 *
 * <p>A norm that multiplies by its scale alone takes {@code @Ones}. Example:
 * <pre>{@code
 * @Shape(2304) @Gemma3NormScale float[] inputNorm;
 * @Shape(256)  @Gemma3NormScale float[] queryNorm;
 * }</pre>
 *
 * <p>Source: {@code RMSNorm} in {@code google-deepmind/gemma}, {@code gemma/gm/nn/_layers.py}; {@code transformers.Gemma3PreTrainedModel}.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.ANNOTATION_TYPE})
@Zeros
public @interface Gemma3NormScale {}
