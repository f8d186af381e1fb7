package org.initweights.recipe;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.initweights.SequenceExpressions;
import org.initweights.annotation.FromModel;
import org.initweights.annotation.Table;

/**
 * The sinusoidal positions of the Transformer: a sine and a cosine of each frequency, side by side.
 *
 * <pre>
 * PE[pos, 2k] = sin(pos / base^(2k / D)),   PE[pos, 2k + 1] = cos(pos / base^(2k / D))
 * </pre>
 *
 * <p>Axis 0 is the position, axis 1 the channel. Example:
 * <pre>{@code
 * @Shape({5000, 512}) @SinusoidalPositions float[] positions;
 * }</pre>
 *
 * <p>Errors:
 * <pre>{@code
 * @Shape(512) @SinusoidalPositions float[] channels;             // TableIndex: it needs positions and channels
 * }</pre>
 *
 * <p>Source: Vaswani and others, <i>Attention is all you need</i>, 2017, section 3.5.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.ANNOTATION_TYPE})
@Table(SequenceExpressions.SINUSOIDAL)
public @interface SinusoidalPositions {
    /**
     * The longest wavelength over 2π, more than 0. Left out, it is the model's number of this name, or 10,000 if the model has
     * none.
     */
    @FromModel(optional = true, meaning = "the longest wavelength over 2π")
    double base() default 10_000;
}
