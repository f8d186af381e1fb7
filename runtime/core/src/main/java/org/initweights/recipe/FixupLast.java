package org.initweights.recipe;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.initweights.annotation.Zeros;

/**
 * Fixup: the last convolution of a residual branch, and the classifier, start at zero.
 *
 * <pre>
 * w = 0
 * </pre>
 *
 * <p>So each block starts as the identity. The other convolutions of the branch take {@link FixupResidual}. Example:
 * <pre>{@code
 * final int layers = 16;
 * @Shape({64, 64, 3, 3}) @FixupResidual float[] conv1;
 * @Shape({64, 64, 3, 3}) @FixupLast float[] conv2;
 * }</pre>
 *
 * <p>Source: Zhang, Dauphin and Ma, <i>Fixup initialization: residual learning without normalization</i>, 2019.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.ANNOTATION_TYPE})
@Zeros
public @interface FixupLast {}
