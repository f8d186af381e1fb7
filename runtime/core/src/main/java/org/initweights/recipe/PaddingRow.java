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
 * The embedding of the padding token starts at zero. It goes beside the initializer of the whole embedding.
 *
 * <pre>
 * w[index] = 0
 * </pre>
 *
 * <p>Example:
 * <pre>{@code
 * @Shape({30000, 512}) @Normal @PaddingRow(index = 1) float[] embedding;
 * }</pre>
 *
 * <p>Errors:
 * <pre>{@code
 * @Shape({100, 8}) @PaddingRow float[] alone;                             // SliceCoverage: the other rows have no initializer
 * @Shape({100, 8}) @Normal @PaddingRow(index = 100) float[] outside;      // SliceRange: the rows are 0 to 99
 * }</pre>
 *
 * <p>Source: {@code torch.nn.Embedding}, {@code padding_idx}.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.ANNOTATION_TYPE})
@Zeros
@Slice("index")
public @interface PaddingRow {
    /** The row of the token, counted from 0. Left out, it is the model's integer of this name, or 0 if the model has none. */
    @FromModel(optional = true)
    int index() default 0;
}
