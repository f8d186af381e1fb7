package org.initweights.report.internal.check;

import java.util.Optional;
import java.util.function.DoubleFunction;
import org.initweights.internal.message.Notation;
import org.initweights.report.ElementDifference;
import org.initweights.report.ParameterReport;
import org.initweights.report.Warning;
import org.initweights.report.WarningKind;

/** The elements of a table, and given values, are those that were to be written, one by one, but for rounding. */
final class ValuesAsGiven implements TensorCheck {

    @Override
    public Optional<Warning> check(ParameterReport parameter, Level level) {
        return parameter
                .difference()
                .flatMap(difference -> Warnings.warn(
                        WarningKind.VALUES_OFF,
                        parameter,
                        "%,d of its %,d elements are not those of %s: element %,d is %s, and should be %s",
                        difference.count(),
                        parameter.elements().count(),
                        parameter.fill().orElseThrow(),
                        difference.index(),
                        words(difference).apply(difference.found()),
                        words(difference).apply(difference.expected())));
    }

    /** Two numbers are written with as many digits as show that they are two. */
    private static DoubleFunction<String> words(ElementDifference difference) {
        return Notation.measured(difference.found()).equals(Notation.measured(difference.expected()))
                ? Notation::exact
                : Notation::measured;
    }
}
