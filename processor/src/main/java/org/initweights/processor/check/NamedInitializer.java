package org.initweights.processor.check;

import java.util.List;
import java.util.stream.Stream;
import org.initweights.processor.model.InitializerSpec;
import org.initweights.processor.model.ModelSpec;

/**
 * An initializer, and what a message about it begins with: the parameter that it is for, or the rule.
 *
 * <p>For checks of what an initializer says, whatever it is for.
 */
record NamedInitializer(String name, InitializerSpec initializer) {

    /** Those of a model's parameters and their rows, and then those of its rules. */
    static List<NamedInitializer> of(ModelSpec model) {
        Stream<NamedInitializer> ofParameters = model.parameters().stream()
                .flatMap(parameter -> parameter.initializers().stream()
                        .map(initializer -> new NamedInitializer(parameter.name(), initializer)));
        Stream<NamedInitializer> ofRules =
                model.rules().stream().map(rule -> new NamedInitializer(rule.display(), rule.initializer()));
        return Stream.concat(ofParameters, ofRules).toList();
    }
}
