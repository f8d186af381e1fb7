package org.initweights.recipe;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.initweights.annotation.FromModel;
import org.initweights.annotation.Normal;

/**
 * DeepSeek-V3: every matrix and embedding.
 *
 * <pre>
 * w ~ N(0, std²),   std = 0.006
 * </pre>
 *
 * <p>The report gives the deviation of "all learnable parameters" and names no distribution; a normal one is drawn here. The scales of
 * its norms are {@code @Ones}, the bias that balances the experts, {@code e_score_correction_bias}, is {@code @Zeros}. Hugging Face's
 * {@code DeepseekV3Config} has 0.02, which is the default of that library and not the number of the report. Example:
 * <pre>{@code
 * @Shape({129280, 7168}) @DeepSeekV3Normal float[] embedding;
 * @Shape(value = {32, 2048, 7168}, stacked = 1) @DeepSeekV3Normal float[] gate;
 * }</pre>
 *
 * <p>Errors:
 * <pre>{@code
 * @Shape({7168, 7168}) @DeepSeekV3Normal(std = -1) float[] negative; // Negative: use 0 or more
 * }</pre>
 *
 * <p>Source: DeepSeek-AI, <i>DeepSeek-V3 technical report</i>, 2024, section 4.2.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.ANNOTATION_TYPE})
@Normal(std = 0.006)
public @interface DeepSeekV3Normal {
    /**
     * The standard deviation, 0 or more. Left out, it is the model's number of this
     * name, or 0.006 if the model has none.
     */
    @FromModel(optional = true)
    double std() default 0.006;
}
