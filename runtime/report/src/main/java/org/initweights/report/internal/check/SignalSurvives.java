package org.initweights.report.internal.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.initweights.Signal;
import org.initweights.internal.message.Notation;
import org.initweights.report.ParameterReport;
import org.initweights.report.Warning;
import org.initweights.report.WarningKind;

/**
 * The layer in the middle, of all in the order of what they do to the signal, does not change its variance a hundredfold. One layer alone
 * may: an embedding does.
 */
final class SignalSurvives {

    private static final int LEAST_LAYERS = 3;
    private static final double LARGEST_FACTOR = 100;

    private SignalSurvives() {}

    static List<Warning> check(List<ParameterReport> parameters) {
        List<Warning> warnings = new ArrayList<>();
        judge(parameters, Signal::forward, "activations", warnings);
        judge(parameters, Signal::backward, "gradients", warnings);
        return warnings;
    }

    private static void judge(
            List<ParameterReport> parameters, ToDoubleFunction<Signal> direction, String what, List<Warning> warnings) {
        double[] factors = parameters.stream()
                .flatMap(parameter -> parameter.signal().stream())
                .mapToDouble(signal -> direction.applyAsDouble(signal.measured()))
                .filter(factor -> factor > 0)
                .sorted()
                .toArray();
        if (factors.length < LEAST_LAYERS) {
            return;
        }
        double middle = factors[factors.length / 2];
        if (middle < 1 / LARGEST_FACTOR || middle > LARGEST_FACTOR) {
            warnings.add(new Warning(
                    middle < 1 ? WarningKind.SIGNAL_VANISHES : WarningKind.SIGNAL_EXPLODES,
                    Optional.empty(),
                    String.format(
                            Locale.ROOT,
                            "the layer in the middle of %d multiplies the variance of the %s by %s, so they %s",
                            factors.length,
                            what,
                            Notation.measured(middle),
                            middle < 1 ? "vanish" : "explode")));
        }
    }
}
