package org.initweights.processor.check;

import java.util.Optional;
import java.util.stream.Stream;
import org.initweights.DType;
import org.initweights.Fill;
import org.initweights.InitializationException;
import org.initweights.internal.values.IntegerValues;
import org.initweights.processor.model.InitializerSpec;
import org.initweights.processor.model.ParameterSpec;
import org.initweights.processor.report.AnnotationWords;
import org.initweights.processor.report.Findings;
import org.initweights.processor.resolve.ResolvedInitializer;
import org.initweights.processor.resolve.ResolvedModel;
import org.initweights.processor.resolve.ResolvedParameter;
import org.initweights.processor.resolve.ResolvedSlice;

/** What a parameter of integers starts as is integers. */
final class IntegersHoldFill implements Check {

    @Override
    public void check(ResolvedModel model, Findings findings) {
        for (ResolvedParameter parameter : model.parameters()) {
            parameter
                    .spec()
                    .storage()
                    .dtype()
                    .filter(DType::isInteger)
                    .ifPresent(dtype -> Stream.concat(
                                    Stream.of(parameter.initializer()),
                                    parameter.slices().stream().map(ResolvedSlice::initializer))
                            .forEach(initializer -> check(parameter.spec(), initializer, dtype, findings)));
        }
    }

    private static void check(
            ParameterSpec parameter, ResolvedInitializer initializer, DType dtype, Findings findings) {
        try {
            initializer.fill().ifPresent(fill -> IntegerValues.check(fill, dtype));
            if (initializer.fill().isEmpty()) {
                ofExample(parameter, initializer.spec()).ifPresent(fill -> IntegerValues.checkKind(fill, dtype));
            }
        } catch (InitializationException e) {
            findings.error(
                    initializer.spec().place(),
                    e.id(),
                    parameter.name() + ": " + initializer.spec().display() + " " + AnnotationWords.problem(e));
        }
    }

    /** What an initializer gives is of one kind, whatever the sizes are. */
    private static Optional<Fill> ofExample(ParameterSpec parameter, InitializerSpec initializer) {
        try {
            return initializer.rule().map(rule -> rule.resolve(parameter.shape().example()));
        } catch (InitializationException e) {
            // It has a finding of its own.
            return Optional.empty();
        }
    }
}
