package org.initweights.recipe;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.initweights.annotation.Formula;
import org.initweights.annotation.FromModel;
import org.initweights.annotation.XavierNormal;

/**
 * DeepNorm: Xavier normal with gain (8 · layers)^-¼, for the feed-forward matrices, the values and the output of the attention in
 * a model that is an encoder alone or a decoder alone.
 *
 * <p>Wang and others, <i>DeepNet: scaling transformers to 1,000 layers</i>, 2022.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.ANNOTATION_TYPE})
@XavierNormal
@Formula(gain = "pow(8 * layers, -0.25)")
public @interface DeepNorm {
    /** The number of layers of the model. Left out, it is the model's number of this name. */
    @FromModel
    int layers() default 0;
}
