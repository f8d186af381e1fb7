package org.initweights.internal.fill;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On a number of a record: what it is in most. Plans leave it out then, and where a plan does not have it, it is that; so what has only usual
 * numbers reads and writes as it did before there was the number.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface UsualValue {

    /** The value. */
    long value();
}
