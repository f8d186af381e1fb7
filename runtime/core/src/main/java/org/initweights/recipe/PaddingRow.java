package org.initweights.recipe;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.initweights.annotation.FromModel;
import org.initweights.annotation.Slice;
import org.initweights.annotation.Zeros;

/**
 * The embedding of the padding token is zero, as {@code padding_idx} of {@code nn.Embedding}. It goes beside the initializer of the
 * whole embedding.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.ANNOTATION_TYPE})
@Zeros
@Slice("index")
public @interface PaddingRow {
    /** The index of the token. Left out, it is the model's number of this name, or the default if it has none. */
    @FromModel(optional = true)
    int index() default 0;
}
