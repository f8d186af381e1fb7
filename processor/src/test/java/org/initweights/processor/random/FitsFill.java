package org.initweights.processor.random;

import java.util.Optional;
import java.util.stream.LongStream;
import org.initweights.DType;
import org.initweights.Fill;
import org.initweights.Parameter;
import org.initweights.internal.fill.ConstantFill;
import org.initweights.internal.fill.NormalFill;
import org.initweights.internal.fill.TruncatedNormalFill;
import org.initweights.internal.fill.UniformFill;

/**
 * Whether the values of a parameter are those of its fill. Means are compared at eight standard errors: a right one fails once in
 * 10¹⁵ times.
 */
final class FitsFill {

    private static final double ERRORS = 8;

    private FitsFill() {}

    /** What is wrong with the values. */
    static Optional<String> problem(Parameter parameter) {
        Fill fill = parameter.fill();
        if (!(Math.abs(fill.mean()) + fill.std() <= parameter.dtype().largest())) {
            // Infinite, as the lint that is off here would say.
            return Optional.empty();
        }
        double step = step(parameter.dtype());
        double slack = step * Math.max(Math.abs(fill.mean()), 1);
        double lower = fill.lower();
        double upper = fill.upper();
        for (long i = 0; i < parameter.elements(); i++) {
            double value = parameter.get(i);
            boolean inside = value >= lower - step * Math.max(1, Math.abs(lower))
                    && value <= upper + step * Math.max(1, Math.abs(upper));
            if (!Double.isFinite(value) || !inside) {
                return Optional.of(parameter.name() + "[" + i + "] = " + value + " is not of " + fill);
            }
        }
        if (parameter.elements() > 0 && (fill instanceof ConstantFill || isIndependent(fill))) {
            double mean = LongStream.range(0, parameter.elements())
                    .mapToDouble(parameter::get)
                    .average()
                    .orElse(fill.mean());
            double allowed = ERRORS * fill.std() / Math.sqrt((double) parameter.elements()) + slack;
            if (Math.abs(mean - fill.mean()) > allowed) {
                return Optional.of(parameter.name() + " has the mean " + mean + ", not that of " + fill);
            }
        }
        return Optional.empty();
    }

    private static boolean isIndependent(Fill fill) {
        return fill instanceof UniformFill || fill instanceof NormalFill || fill instanceof TruncatedNormalFill;
    }

    /** How far rounding may move a value about 1. */
    private static double step(DType dtype) {
        return switch (dtype) {
            case F64 -> 1e-12;
            case F32 -> 1e-6;
            case F16 -> 1e-3;
            case BF16 -> 8e-3;
            case I32, I64 -> 0;
        };
    }
}
