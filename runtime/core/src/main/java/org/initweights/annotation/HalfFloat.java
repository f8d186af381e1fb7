package org.initweights.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.initweights.HalfFormat;

/**
 * Says what the 16 bits of a {@code short[]} or {@code ShortBuffer} mean, so that the field can hold weights.
 *
 * <p>Values are rounded to the nearest 16-bit number, ties to even. Values of {@link Uniform} and {@link TruncNormal} from seeded
 * sources stay within their bounds in spite of the rounding. Example:
 * <pre>{@code
 * @Shape({4096, 4096}) @Normal(std = 0.02) @HalfFloat(HalfFormat.BF16) short[] weight;
 * @Shape({4096, 4096}) @Normal(std = 0.02) @HalfFloat(HalfFormat.FP16) ShortBuffer other;
 * }</pre>
 *
 * <p>Errors:
 * <pre>{@code
 * @Shape(3) @Ones short[] halves;                                                   // MissingHalfFormat: BF16 or FP16?
 * @Shape(3) @Ones @HalfFloat(HalfFormat.BF16) float[] floats;                       // HalfFloatType: only for shorts
 * @Shape(8) @Constant(1e5) @HalfFloat(HalfFormat.FP16) short[] large;               // Overflow: FP16 ends at 65504
 * }</pre>
 *
 * <p>Warnings:
 * <pre>{@code
 * @Shape(8) @Normal(std = 1e-5) @HalfFloat(HalfFormat.FP16) short[] small;          // Underflow: FP16 loses digits below 6.1e-5
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.FIELD)
public @interface HalfFloat {

    /**
     * The format: {@code BF16} has the range of a {@code float} and 8 significant bits, {@code FP16} ends at 65504 and has 11.
     * There is no default.
     */
    HalfFormat value();
}
