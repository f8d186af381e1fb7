package org.initweights.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says which values a size of the model may have. It stands on the field or method that holds the size.
 *
 * <p>Example, an attention whose heads divide its width:
 * <pre>{@code
 * class Attention {
 *     @Dim(value = "width of the residual stream", min = 64, multipleOf = "heads") final int embed;
 *     @Dim(max = 128) final int heads;
 *
 *     @Shape(dims = "embed, embed") @XavierUniform float[] query;
 *
 *     Attention(int embed, int heads) {
 *         this.embed = embed;
 *         this.heads = heads;
 *     }
 * }
 * }</pre>
 *
 * <p>Sizes that are constants are checked while the model compiles. All others are checked before the parameters are allocated; a
 * size that is not allowed is then an {@link IllegalArgumentException} that names it.
 *
 * <p>Errors:
 * <pre>{@code
 * @Shape(3) @Ones float[] scale;
 * @Dim(max = 4) static final int LAYERS = 5;               // DimRange: 5 is more than 4
 * @Dim(min = 2, max = 1) static final int NONE = 1;        // DimRange: no size is at least 2 and at most 1
 * @Dim(divides = "100") static final int HEADS = 12;       // DimDivides: 12 does not divide 100
 * @Dim(multipleOf = "widht") static final int WIDTH = 8;   // UnknownDimension: no size of this name
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.METHOD})
public @interface Dim {

    /** What the size means, for readers of the code. Empty by default; it is not checked. */
    String value() default "";

    /** The smallest size that is allowed; 1 by default. Give 0 or less if the size may be that. */
    long min() default 1;

    /** The largest size that is allowed; {@code Long.MAX_VALUE} by default, which is no limit. */
    long max() default Long.MAX_VALUE;

    /**
     * Another size that must be a multiple of this one: on {@code heads} write {@code divides = "embed"}. An expression as in
     * {@link Shape#dims}; empty by default.
     */
    String divides() default "";

    /**
     * Another size that must divide this one: on {@code embed} write {@code multipleOf = "heads"}. An expression as in
     * {@link Shape#dims}; empty by default.
     */
    String multipleOf() default "";
}
