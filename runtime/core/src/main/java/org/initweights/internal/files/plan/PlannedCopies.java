package org.initweights.internal.files.plan;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.initweights.Parameter;
import org.initweights.internal.derive.Derivations;
import org.initweights.internal.files.json.JsonException;
import org.initweights.internal.message.Excerpt;

/** Checks what a plan says of copies, and of what is computed of other parameters. */
final class PlannedCopies {

    private PlannedCopies() {}

    /**
     * Checks that copies are what they are copies of. A plan of some parameters of a model may lack these.
     *
     * @throws IllegalArgumentException if one is not; it names the copy
     */
    static void check(List<Parameter> parameters) {
        Derivations.among(parameters).checkWhatIsThere();
        Map<String, Parameter> byName = new HashMap<>();
        parameters.forEach(parameter -> byName.put(parameter.name(), parameter));
        for (Parameter copy : parameters) {
            Parameter source = copy.copyOf().map(byName::get).orElse(null);
            if (source == null) {
                continue;
            }
            if (source.copyOf().isPresent()) {
                throw problem(copy, source, "which is a copy itself");
            }
            boolean isSame = Arrays.equals(copy.shape().dims(), source.shape().dims())
                    && copy.dtype() == source.dtype()
                    && copy.fill().equals(source.fill());
            if (!isSame) {
                throw problem(copy, source, "which is of another shape, type or fill");
            }
        }
    }

    private static JsonException problem(Parameter copy, Parameter source, String problem) {
        return new JsonException(Excerpt.of(copy.name()) + ": a copy of " + Excerpt.of(source.name()) + ", " + problem);
    }
}
