package org.initweights.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import kotlin.Metadata;

/**
 * The old name of {@link SignalPath}, for Java. In Kotlin it is not there, so that {@code import org.initweights.annotation.*} leaves
 * {@code kotlin.sequences.Sequence} its name.
 *
 * @deprecated write {@link SignalPath}, which says the same; the next version will not have this name
 */
// Kotlin takes it for a class that its compiler made, and sources can name none of those.
@Metadata(k = 3)
@Deprecated(since = "0.2.0")
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Sequence {

    /** See {@link SignalPath#value}. */
    String[] value() default {};

    /** See {@link SignalPath#min}. */
    double min() default 1e-3;

    /** See {@link SignalPath#max}. */
    double max() default 1e3;
}
