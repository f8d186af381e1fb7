package org.initweights.recipe;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.initweights.annotation.Formula;
import org.initweights.annotation.FromModel;
import org.initweights.annotation.TruncNormal;

/**
 * OLMo 2: every matrix and embedding, cut at three standard deviations.
 *
 * <pre>
 * w ~ N(0, std²) given |w| ≤ 3 · std,   std = 0.02
 * </pre>
 *
 * <p>No matrix is smaller for its depth. The scales of its norms are {@code @Ones}. Example:
 * <pre>{@code
 * @Shape({100352, 4096}) @Olmo2Normal float[] embedding;
 * @Shape({4096, 11008})  @Olmo2Normal float[] down;
 * }</pre>
 *
 * <p>Errors:
 * <pre>{@code
 * @Shape({4096, 4096}) @Olmo2Normal(std = -1) float[] negative;  // NotPositive: use more than 0
 * }</pre>
 *
 * <p>Source: the configurations with which OLMo 2 was trained, {@code configs/official-1124/OLMo2-7B-stage1.yaml} of
 * {@code allenai/OLMo}: {@code init_fn: normal}, {@code init_std: 0.02}, {@code init_cutoff_factor: 3}.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.ANNOTATION_TYPE})
@TruncNormal
@Formula(std = "std", a = "-3 * std", b = "3 * std")
public @interface Olmo2Normal {
    /**
     * The standard deviation, more than 0; {@code init_std} of the published configurations. Left out, it is the model's number of this
     * name, or 0.02 if the model has none.
     */
    @FromModel(optional = true)
    double std() default 0.02;
}
