package org.initweights.processor.check;

import org.initweights.InitializationException;
import org.initweights.Initializer;
import org.initweights.TensorShape;
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
        TensorShape example = shape.example();
        try {
            rule.resolve(shape.known().orElse(example));
        } catch (InitializationException e) {
            if (shape.isKnown() || isAboutRank(e)) {
                InitializerSpec initializer = parameter.initializer();
                String argument = e.argument();
                findings.error(
                        argument == null ? initializer.place() : initializer.placeOf(argument),
                        e.id(),
                        parameter.name() + ": " + initializer.display() + " "
                                + e.problem().replace(example.toString(), shape.toString()));
            }
        }
    }

    /** While sizes are not known, only the rank is certain. */
    private static boolean isAboutRank(InitializationException e) {
        return e.id().endsWith("Rank");
    }
}
