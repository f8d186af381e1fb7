package org.initweights.report.internal.check;

import java.util.Optional;
import org.initweights.DType;
import org.initweights.internal.message.Notation;
import org.initweights.report.ParameterReport;
import org.initweights.report.Warning;
import org.initweights.report.WarningKind;
import org.initweights.report.internal.law.ElementDistribution;
import org.initweights.report.internal.measure.Rounding;

/** A half format does not round to 0 what was to be another number. */
final class NoUnderflow implements TensorCheck {

    /** What part of the elements may be lost. */
    private static final double ACCEPTABLE = 0.01;

    @Override
    public Optional<Warning> check(ParameterReport parameter, Level level) {
        DType dtype = parameter.dtype();
        if (parameter.fill().isEmpty() || dtype == DType.F32 || dtype == DType.F64 || dtype.isInteger()) {
            return Optional.empty();
        }
        double half = Rounding.spacing(dtype, 0) / 2;
        ElementDistribution expected = ElementDistribution.of(parameter.fill().get());
        double lost = expected.probability(half) - expected.probability(-half) - expected.zeroShare();
        double zeros =
                (double) parameter.elements().zeros() / parameter.elements().count() - expected.zeroShare();
        if (!(lost > ACCEPTABLE && zeros > ACCEPTABLE)) {
            return Optional.empty();
        }
        return Warnings.warn(
                WarningKind.UNDERFLOW,
                parameter,
                "%.0f %% of its elements are 0: %s is smaller than %s holds, whose least number is %s",
                100 * zeros,
                parameter.fill().get(),
                dtype,
                Notation.measured(2 * half));
    }
}
