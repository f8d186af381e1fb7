package org.initweights.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Holds several slices of one parameter. The compiler writes it where {@link Slice} stands more than once; you write
 * {@code @Slice}.
 *
 * <p>What it stands for:
 * <pre>{@code
 * @Shape(12) @Zeros
 * @Slices({@Slice(value = "0:4", use = Ones.class), @Slice(value = "-1", use = Ones.class)})
 * float[] bias;
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.ANNOTATION_TYPE})
public @interface Slices {

    /** The slices, in the order in which they are drawn. No two share an element. */
    Slice[] value();
}
