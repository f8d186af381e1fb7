package org.initweights.processor.check;

import org.initweights.InitializationException;
import org.initweights.processor.model.InitializerSpec;
import org.initweights.processor.model.ShapeSpec;
import org.initweights.processor.report.Findings;
import org.initweights.processor.resolve.ResolvedModel;
import org.initweights.processor.resolve.ResolvedParameter;

/** The initializer fits the shape: what its {@code resolve} throws is the compile error. */
final class InitializerResolves implements Check {

    @Override
    public void check(ResolvedModel model, Findings findings) {
        for (ResolvedParameter parameter : model.parameters()) {
            parameter.initializer().refusal().ifPresent(refusal -> report(parameter, refusal, findings));
        }
    }

    private static void report(ResolvedParameter parameter, InitializationException refusal, Findings findings) {
        ShapeSpec shape = parameter.spec().shape();
        InitializerSpec initializer = parameter.spec().initializer();
        String argument = refusal.argument();
        String problem = shape.inUsersWords(refusal.problem());
        findings.error(
                argument == null ? initializer.place() : initializer.placeOf(argument),
                refusal.id(),
                parameter.name() + ": " + initializer.display() + " "
                        + initializer
                                .weight()
                                .map(weight -> weight.inUsersWords(problem))
                                .orElse(problem));
    }
}
