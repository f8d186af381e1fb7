package org.initweights.processor.model;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import java.util.List;
import java.util.Optional;
import org.initweights.Signal;

/**
 * A model, as far as initialisation is concerned.
 *
 * @param name the model's class
 * @param type the model's class as the type of a variable, with a wildcard for each type parameter
 * @param init the class to generate
 * @param isClass whether it is a class, not an interface
 * @param isReachable whether code outside the model can name it; if not, there is an error and nothing is generated
 * @param isPublic whether code in any package can name the model
 * @param visibility from where Kotlin code can name the model
 * @param parent the superclass, if that is a model too
 * @param alternatives for a sealed class or interface, the models that extend or implement it
 * @param members parameters and sub-models of the class itself, in the order of their declaration
 * @param rules rules over the initializers of sub-models
 * @param sizeChecks what sizes of the model must be
 * @param sequence weights that follow each other, if the user declared that
 */
public record ModelSpec(
        ClassName name,
        TypeName type,
        ClassName init,
        boolean isClass,
        boolean isReachable,
        boolean isPublic,
        Visibility visibility,
        Optional<ModelSpec> parent,
        List<Alternative> alternatives,
        List<Member> members,
        List<RuleSpec> rules,
        List<SizeCheckSpec> sizeChecks,
        Optional<SequenceSpec> sequence) {

    /** What the declared sequence does to the signal, if that is known while the model compiles. */
    public Optional<Signal> sequenceSignal() {
        Optional<Signal> product =
                sequence.filter(weights -> !weights.weights().isEmpty()).map(weights -> new Signal(1, 1));
        for (String weight : sequence.map(SequenceSpec::weights).orElse(List.of())) {
            Optional<Signal> layer = parameter(weight).flatMap(ParameterSpec::signal);
            product = product.flatMap(signal -> layer.map(signal::then));
        }
        return product;
    }

    /** The parameters of the class itself. */
    public List<ParameterSpec> parameters() {
        return members.stream()
                .filter(ParameterSpec.class::isInstance)
                .map(ParameterSpec.class::cast)
                .toList();
    }

    /** The parameter of this name of the class itself. */
    public Optional<ParameterSpec> parameter(String name) {
        return parameters().stream()
                .filter(parameter -> parameter.name().equals(name))
                .findFirst();
    }

    /** The name of the class that is generated for a model: {@code Outer.Inner} becomes {@code Outer_InnerInit}. */
    public static ClassName initOf(ClassName model) {
        return ClassName.get(model.packageName(), String.join("_", model.simpleNames()) + "Init");
    }
}
