package org.initweights.recipe;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.initweights.annotation.FromModel;
import org.initweights.annotation.Normal;

/**
 * GPT-2: every linear layer and embedding that no other rule is for.
 *
 * <pre>
 * w ~ N(0, std²),   std = 0.02
 * </pre>
 *
 * <p>Example:
 * <pre>{@code
 * @Shape({50257, 768}) @Gpt2Normal float[] wte;
 * @Shape(value = {2304, 768}, packed = 3) @Gpt2Normal float[] queryKeyValue;
 * }</pre>
 *
 * <p>Errors:
 * <pre>{@code
 * @Shape({768, 768}) @Gpt2Normal(std = -1) float[] negative;     // Negative: use 0 or more
 * }</pre>
 *
 * <p>Source: Radford, Wu, Child, Luan, Amodei and Sutskever, <i>Language models are unsupervised multitask learners</i>, 2019, and
 * its published code.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.ANNOTATION_TYPE})
@Normal(std = 0.02)
public @interface Gpt2Normal {
    /**
     * The standard deviation, 0 or more; {@code initializer_range} in the published configurations. Left out, it is the model's
     * number of this name, or 0.02 if the model has none.
     */
    @FromModel(optional = true)
    double std() default 0.02;
}
