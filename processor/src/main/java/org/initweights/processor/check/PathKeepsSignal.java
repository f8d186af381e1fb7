package org.initweights.processor.check;

import java.util.Optional;
import org.initweights.Signal;
import org.initweights.internal.message.Notation;
import org.initweights.processor.model.SignalPathSpec;
import org.initweights.processor.report.Findings;
import org.initweights.processor.report.Lint;
import org.initweights.processor.resolve.ResolvedModel;

/** Through the layers of a path the signal neither vanishes nor explodes. */
final class PathKeepsSignal implements Check {

    @Override
    public void check(ResolvedModel model, Findings findings) {
        Optional<Signal> signal = model.pathSignal();
        if (model.spec().signalPath().isPresent() && signal.isPresent()) {
            SignalPathSpec path = model.spec().signalPath().get();
            report(path, signal.get().forward(), "forward", "activations", findings);
            report(path, signal.get().backward(), "backward", "gradients", findings);
        }
    }

    private static void report(SignalPathSpec path, double factor, String direction, String what, Findings findings) {
        if (factor < path.min() || factor > path.max()) {
            findings.lint(
                    Lint.SIGNAL,
                    path.place(),
                    String.join(" → ", path.weights()) + ": the variance of the " + what + " is multiplied by "
                            + Notation.measured(factor) + " (" + direction + "), so they "
                            + (factor < 1 ? "vanish" : "explode")
                            + "; scale each layer by its fan and the gain of its activation, as @KaimingNormal and @XavierNormal do");
        }
    }
}
