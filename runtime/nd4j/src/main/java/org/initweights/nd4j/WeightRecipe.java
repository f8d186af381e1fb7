package org.initweights.nd4j;

import java.util.Optional;
import org.initweights.Initializer;
import org.initweights.RandomSource;
import org.initweights.internal.files.plan.RuleText;

/**
 * What a weight starts as, and as text.
 *
 * @param initializer empty if it was code when it was written
 * @param source empty if it was one that goes on with each use when it was written
 * @param initializerText one line of JSON, or which class the code is
 * @param sourceText how the source was made
 */
record WeightRecipe(
        Optional<Initializer> initializer, Optional<RandomSource> source, String initializerText, String sourceText) {

    private static final String CODE = "code of ";

    static WeightRecipe of(Initializer initializer, RandomSource source) {
        String text = RuleText.of(initializer)
                .orElseGet(() -> CODE + initializer.getClass().getName());
        return new WeightRecipe(Optional.of(initializer), Optional.of(source), text, source.toString());
    }

    /**
     * What was written.
     *
     * @throws IllegalArgumentException if the initializer is neither one of this library nor code
     */
    static WeightRecipe read(String initializerText, String sourceText) {
        Optional<Initializer> initializer =
                initializerText.startsWith(CODE) ? Optional.empty() : Optional.of(RuleText.read(initializerText));
        return new WeightRecipe(initializer, SourceText.read(sourceText), initializerText, sourceText);
    }

    /**
     * The initializer, to draw.
     *
     * @throws IllegalStateException if only its text is left
     */
    Initializer requiredInitializer() {
        return initializer.orElseThrow(
                () -> lost("its initializer was " + initializerText, "build it out of Initializers"));
    }

    /**
     * The source, to draw from.
     *
     * @throws IllegalStateException if only its text is left
     */
    RandomSource requiredSource() {
        return source.orElseThrow(() -> lost(
                "its source was " + sourceText + ", which would begin anew in each layer",
                "use RandomSource.seeded(seed)"));
    }

    private static IllegalStateException lost(String what, String cure) {
        return new IllegalStateException("Nd4jWeightInit was read from a saved configuration, and cannot draw: " + what
                + "; " + cure + ", set weightInit again, or initialise by Nd4jModels.parameters(network)");
    }
}
