package org.initweights.recipe;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.initweights.annotation.Formula;
import org.initweights.annotation.FromModel;
import org.initweights.annotation.XavierUniform;

/**
 * T-Fixup: Xavier uniform with gain (9 · layers)^-¼, for the feed-forward matrices, the values and the output of the attention of
 * a decoder.
 *
 * <p>Huang, Perez, Ba and Volkovs, <i>Improving transformer optimization through better initialization</i>, 2020.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.ANNOTATION_TYPE})
@XavierUniform
@Formula(gain = "pow(9 * layers, -0.25)")
public @interface TFixupDecoder {
    /** The number of layers of the decoder. Left out, it is the model's number of this name. */
    @FromModel
    int layers() default 0;
}
