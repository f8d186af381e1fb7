package org.initweights.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Holds several ties of one model. The compiler writes it where {@link Tie} stands more than once; you write {@code @Tie}.
 *
 * <p>What it stands for:
 * <pre>{@code
 * @Ties({@Tie(param = "b", to = "a"), @Tie(param = "c", to = "a")})
 * class Three { @Shape(4) @Ones float[] a; @Shape(4) float[] b, c; }
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Ties {

    /** The ties. Their order does not matter. */
    Tie[] value();
}
