package org.initweights.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Draws from a normal distribution and sets the same number of elements to zero in each column.
 *
 * <pre>
 * w ~ N(0, std²),   then ⌈sparsity · rows⌉ random elements of each column are 0
 * </pre>
 *
 * <p>Example, each input feeds only a tenth of 500 units:
 * <pre>{@code
 * @Shape({500, 784}) @Sparse(sparsity = 0.9) float[] weight;
 * }</pre>
 *
 * <p>Errors:
 * <pre>{@code
 * @Shape({4, 4, 3}) @Sparse(sparsity = 0.5) float[] conv;                    // SparseRank: needs two dimensions
 * @Shape({4, 4}) @Sparse(sparsity = 90) float[] percent;                     // Fraction: sparsity is between 0 and 1
 * @Shape({4, 4}) @Sparse(sparsity = 0.5, std = -0.1) float[] std;            // Negative: std must be 0 or more
 * }</pre>
 *
 * <p>Source: Martens, <i>Deep learning via Hessian-free optimization</i>, 2010; {@code torch.nn.init.sparse_}.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.ANNOTATION_TYPE})
public @interface Sparse {

    /** The fraction of each column that is zero, from 0 to 1; there is no default. It is rounded up to whole rows. */
    double sparsity();

    /** The standard deviation of the elements that are not zero. 0 or more; 0.01 by default. */
    double std() default 0.01;
}
