package org.initweights.processor.resolve;

import java.util.List;
import java.util.Optional;
import org.initweights.Signal;
import org.initweights.processor.model.ModelSpec;

/**
 * A model with all that is known about it while it compiles.
 *
 * @param parent the superclass, if that is a model too
 * @param parameters the parameters of the class itself
 * @param pathSignal what the declared path does to the signal, if that is known
 */
public record ResolvedModel(
        ModelSpec spec,
        Optional<ResolvedModel> parent,
        List<ResolvedParameter> parameters,
        Optional<Signal> pathSignal) {

    /** The parameter of this name of the class itself. */
    public Optional<ResolvedParameter> parameter(String name) {
        return parameters.stream()
                .filter(parameter -> parameter.name().equals(name))
                .findFirst();
    }
}
