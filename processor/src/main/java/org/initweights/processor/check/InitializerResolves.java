package org.initweights.processor.check;

import org.initweights.InitializationException;
import org.initweights.Initializer;
import org.initweights.processor.model.InitializerSpec;
import org.initweights.processor.model.ModelSpec;
import org.initweights.processor.model.ParameterSpec;
import org.initweights.processor.model.ShapeSpec;
import org.initweights.processor.report.Findings;

/** The initializer fits the shape: what its {@code resolve} throws is the compile error. */
final class InitializerResolves implements Check {

    @Override
    public void check(ModelSpec model, Findings findings) {
        for (ParameterSpec parameter : model.parameters()) {
            parameter.initializer().rule().ifPresent(rule -> check(parameter, rule, findings));
        }
    }

    private static void check(ParameterSpec parameter, Initializer rule, Findings findings) {
        ShapeSpec shape = parameter.shape();
        InitializerSpec initializer = parameter.initializer();
        try {
            rule.resolve(shape.known().orElseGet(shape::example));
        } catch (InitializationException e) {
            boolean known = shape.isKnown() && initializer.isKnown();
            if (known || isAboutRank(e)) {
                String argument = e.argument();
                String problem = shape.inUsersWords(e.problem());
                findings.error(
                        argument == null ? initializer.place() : initializer.placeOf(argument),
                        e.id(),
                        parameter.name() + ": " + initializer.display() + " "
                                + initializer
                                        .weight()
                                        .map(weight -> weight.inUsersWords(problem))
                                        .orElse(problem));
            }
        }
    }

    /** While sizes are not known, only the rank is certain. */
    private static boolean isAboutRank(InitializationException e) {
        return e.id().endsWith("Rank");
    }
}
