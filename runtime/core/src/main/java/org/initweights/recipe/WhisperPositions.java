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
 * The sinusoidal positions of Whisper's encoder: all sines, then all cosines.
 *
 * <pre>
 * PE[pos, k] = sin(pos · w_k),   PE[pos, D/2 + k] = cos(pos · w_k),   w_k = exp(-k · ln(base) / (D/2 - 1))
 * </pre>
 *
 * <p>Axis 0 is the position, axis 1 the channel. Example:
 * <pre>{@code
 * @Shape({1500, 384}) @WhisperPositions @NonTrainable float[] positions;
 * }</pre>
 *
 * <p>Errors:
 * <pre>{@code
 * @Shape({1500, 2}) @WhisperPositions float[] narrow;            // TableValue: with one frequency, D/2 - 1 is 0
 * }</pre>
 *
 * <p>Source: OpenAI's Whisper, {@code sinusoids} of its published code, 2022.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.ANNOTATION_TYPE})
@Table(SequenceExpressions.WHISPER)
public @interface WhisperPositions {
    /**
     * The longest wavelength over 2π, more than 0. Left out, it is the model's number of this name, or 10,000 if the model has
     * none.
     */
    @FromModel(optional = true, meaning = "the longest wavelength over 2π")
    double base() default 10_000;
}
