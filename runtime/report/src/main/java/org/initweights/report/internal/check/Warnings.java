package org.initweights.report.internal.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.initweights.report.ParameterReport;
import org.initweights.report.Warning;
import org.initweights.report.WarningKind;

/** Makes all checks on the parameters of a model, and words what they find. */
public final class Warnings {

    private Warnings() {}

    /**
     * The warnings: those of the whole model first, then those of parameters in their order.
     *
     * @param falseAlarms with what probability, at most, there is a warning by chance alone
     */
    public static List<Warning> of(List<ParameterReport> parameters, double falseAlarms) {
        Level level = Level.of(falseAlarms, TensorCheck.LEFT_TO_CHANCE * parameters.size());
        List<Warning> warnings = new ArrayList<>(SignalSurvives.check(parameters));
        for (ParameterReport parameter : parameters) {
            Stream<Optional<Warning>> found = TensorCheck.ALL.stream().map(check -> check.check(parameter, level));
            found.flatMap(Optional::stream).findFirst().ifPresent(warnings::add);
        }
        return List.copyOf(warnings);
    }

    static Optional<Warning> warn(WarningKind kind, ParameterReport parameter, String message, Object... numbers) {
        return Optional.of(
                new Warning(kind, Optional.of(parameter.name()), String.format(Locale.ROOT, message, numbers)));
    }
}
