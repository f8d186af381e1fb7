package org.initweights.processor.model;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.initweights.internal.select.Binding;
import org.initweights.processor.name.ClassRef;

/**
 * A model, as far as initialisation is concerned.
 *
 * @param type the model's class as the type of a variable
 * @param isAbstract whether every object is of a class that extends or implements it
 * @param isReachable whether code outside the model can name it; if not, there is an error and nothing is generated
 * @param isPublic whether code in any package can name the model
 * @param visibility from where Kotlin code can name the model
 * @param parent the superclass, if that is a model too
 * @param alternatives the models that extend or implement it, if all of them are known: it is sealed
 * @param members parameters and sub-models of the class itself, in the order of their declaration; before them the sub-models of
 *     superclasses that are no models
 * @param looks the fields whose types do not tell whether a model is in them
 * @param rules rules over the initializers of sub-models
 * @param ties which parameters are one
 * @param copies which parameters begin as copies of others
 * @param sizeChecks what sizes of the model must be
 * @param signalPath weights that follow each other, if the user declared that
 * @param warnings the warnings of the compiler that generated code cannot avoid
 */
public record ModelSpec(
        ModelType type,
        boolean isAbstract,
        boolean isReachable,
        boolean isPublic,
        Visibility visibility,
        Optional<ModelSpec> parent,
        List<Alternative> alternatives,
        List<Member> members,
        List<LookSpec> looks,
        List<RuleSpec> rules,
        List<TieSpec> ties,
        List<Binding> copies,
        List<SizeCheckSpec> sizeChecks,
        Optional<SignalPathSpec> signalPath,
        Set<SuppressedWarning> warnings) {

    /** Whether parameters are tied or copied. */
    public boolean hasBindings() {
        return !ties.isEmpty() || !copies.isEmpty();
    }

    /** The model's class. */
    public ClassRef name() {
        return type.name();
    }

    /** The class to generate. */
    public ClassRef init() {
        return name().init();
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
}
