package org.initweights.internal.derive;

import java.util.Optional;
import org.initweights.Fill;
import org.initweights.Parameter;
import org.initweights.internal.fill.DerivedFill;

/** How a parameter starts that draws nothing, since it starts from another. */
public sealed interface Derivation {

    /** The whole name of the other. */
    String source();

    /** As the other: what {@code @Copy} says. The other is no copy itself. */
    record Copied(String source) implements Derivation {}

    /** As something computed of the other, which may start from a third. */
    record Computed(String source, DerivedFill how) implements Derivation {}

    /** How a parameter starts, if from another. */
    static Optional<Derivation> of(Parameter parameter) {
        Optional<String> copyOf = parameter.copyOf();
        if (copyOf.isPresent()) {
            return Optional.of(new Copied(copyOf.get()));
        }
        return parameter.hasInitializer() ? computed(parameter.name(), parameter.fill()) : Optional.empty();
    }

    /** What a fill of a parameter of this name is computed of, if it is. */
    static Optional<Derivation> computed(String name, Fill fill) {
        return fill instanceof DerivedFill derived
                ? Optional.of(new Computed(derived.sourceOf(name), derived))
                : Optional.empty();
    }
}
