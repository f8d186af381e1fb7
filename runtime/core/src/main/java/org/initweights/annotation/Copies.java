package org.initweights.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Holds several copies of one model. The compiler writes it where {@link Copy} stands more than once; you write {@code @Copy}.
 *
 * <p>What it stands for:
 * <pre>{@code
 * @Copies({@Copy(param = "b", from = "a"), @Copy(param = "c", from = "b")})
 * class Three { @Shape(4) @Normal float[] a, b, c; }
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Copies {

    /** The copies. Their order does not matter. */
    Copy[] value();
}
