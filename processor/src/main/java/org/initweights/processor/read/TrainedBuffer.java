package org.initweights.processor.read;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.initweights.processor.model.ParameterSpec;
import org.initweights.processor.model.Place;
import org.initweights.processor.report.Findings;
import org.initweights.processor.report.Lint;
import org.initweights.recipe.AlibiSlopes;
import org.initweights.recipe.Llama3RotaryFrequencies;
import org.initweights.recipe.RotaryFrequencies;
import org.initweights.recipe.SpectralVector;
import org.initweights.recipe.SwinRelativePositionIndex;
import org.initweights.recipe.WhisperPositions;

/**
 * Warns of values that the code which they are from computes and never trains, PyTorch's buffers, where nothing keeps an optimizer from them.
 * Positions that a model may as well learn from there on are not among them.
 */
record TrainedBuffer(Findings findings) {

    private static final Set<String> BUFFERS = Stream.of(
                    SpectralVector.class,
                    SwinRelativePositionIndex.class,
                    RotaryFrequencies.class,
                    Llama3RotaryFrequencies.class,
                    WhisperPositions.class,
                    AlibiSlopes.class)
            .map(Class::getCanonicalName)
            .collect(Collectors.toUnmodifiableSet());

    /** Looks at a field with its initializer. */
    void check(InitializerUse use, ParameterSpec parameter) {
        check(use, parameter, use.place(), parameter.name());
    }

    /**
     * Looks at a parameter that a rule gives an initializer.
     *
     * @param rule the rule as it was written
     */
    void check(AnnotationView rule, InitializerUse use, FoundParameters.FoundParameter parameter) {
        check(use, parameter.parameter(), rule.place(), rule.display() + ": for " + parameter.name());
    }

    private void check(InitializerUse use, ParameterSpec parameter, Place place, String subject) {
        Optional<AnnotationView> buffer = use.chain().stream()
                .filter(annotation -> BUFFERS.contains(annotation.qualifiedName()))
                .findFirst();
        if (buffer.isPresent() && parameter.isTrained()) {
            findings.lint(
                    Lint.TRAINED_BUFFER,
                    place,
                    subject + ": @" + buffer.get().type().getSimpleName()
                            + " gives values that are never trained where they are from, but nothing keeps an optimizer from these;"
                            + " add @NonTrainable to the field");
        }
    }
}
