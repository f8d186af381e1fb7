package org.initweights.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.initweights.HalfFormat;

/**
 * What the 16 bits of a {@code short[]} or {@code ShortBuffer} mean. Values are rounded to nearest even; those of {@link Uniform} and
 * {@link TruncNormal} from seeded streams stay within their bounds all the same.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.FIELD)
public @interface HalfFloat {

    HalfFormat value();
}
