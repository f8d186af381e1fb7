package org.initweights.processor.check;

import java.util.Optional;
import org.initweights.Signal;
import org.initweights.internal.message.Notation;
import org.initweights.processor.model.SequenceSpec;
import org.initweights.processor.report.Findings;
import org.initweights.processor.report.Lint;
import org.initweights.processor.resolve.ResolvedModel;

/** Through a sequence of layers the signal neither vanishes nor explodes. */
final class SequenceKeepsSignal implements Check {

    @Override
    public void check(ResolvedModel model, Findings findings) {
        Optional<Signal> signal = model.sequenceSignal();
        if (model.spec().sequence().isPresent() && signal.isPresent()) {
            SequenceSpec sequence = model.spec().sequence().get();
            report(sequence, signal.get().forward(), "forward", "activations", findings);
            report(sequence, signal.get().backward(), "backward", "gradients", findings);
        }
    }

    private static void report(SequenceSpec sequence, double factor, String direction, String what, Findings findings) {
        if (factor < sequence.min() || factor > sequence.max()) {
            findings.lint(
                    Lint.SIGNAL,
                    sequence.place(),
                    String.join(" → ", sequence.weights()) + ": the variance of the " + what + " is multiplied by "
                            + Notation.number(factor) + " (" + direction + "), so they "
                            + (factor < 1 ? "vanish" : "explode")
                            + "; scale each layer by its fan and the gain of its activation, as @KaimingNormal and @XavierNormal do");
        }
    }
}
