package org.initweights.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Sets a matrix to the identity: ones on the diagonal, zeros elsewhere.
 *
 * <pre>
 * w[i][j] = 1 if i = j, else 0
 * </pre>
 *
 * <p>The matrix need not be square; a longer one is filled up with rows or columns of zeros. Of a packed or stacked parameter (see
 * {@link Shape#packed} and {@link Shape#stacked}) each matrix is an identity. Example:
 * <pre>{@code
 * @Shape({128, 128}) @Eye float[] recurrent;
 * }</pre>
 *
 * <p>Errors:
 * <pre>{@code
 * @Shape({4, 4, 3}) @Eye float[] conv;                                                       // EyeRank: needs two dimensions; see @Dirac
 * @Shape(value = {4, 2, 2}, inAxes = {0}, outAxes = {1, 2}) @Eye float[] axes;               // AxesLayout: in and out must be one axis each
 * @Shape(value = {4, 6}, layout = Layout.SPATIAL_IN_OUT, packed = 3) @Eye float[] packed;    // PackedAxis: packed must be the first axis
 * }</pre>
 *
 * <p>Source: {@code torch.nn.init.eye_}; Keras' {@code Identity}.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.ANNOTATION_TYPE})
public @interface Eye {}
