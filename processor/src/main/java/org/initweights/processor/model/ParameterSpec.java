package org.initweights.processor.model;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.initweights.DType;
import org.initweights.Initializer;
import org.initweights.Nonlinearity;
import org.initweights.processor.expression.SizeVariable;

/**
 * A field that holds a parameter.
 *
 * @param presence when a model has it
 * @param slices parts that follow rules of their own
 * @param activation the non-linearity whose output this weight takes, if the user declared it
 * @param isTrainable whether training changes it, as far as the field says; integers it never does
 * @param place the field
 */
public record ParameterSpec(
        String name,
        Access access,
        StorageSpec storage,
        ShapeSpec shape,
        Presence presence,
        InitializerSpec initializer,
        List<SliceSpec> slices,
        Optional<Nonlinearity> activation,
        boolean isTrainable,
        Place place)
        implements Member {

    /** This parameter in a sub-model that is not trained. */
    public ParameterSpec notTrained() {
        return new ParameterSpec(name, access, storage, shape, presence, initializer, slices, activation, false, place);
    }

    /** Whether training changes it. */
    public boolean isTrained() {
        return isTrainable && storage.dtype().filter(DType::isInteger).isEmpty();
    }

    /** The initializers of the parameter and of its slices. */
    public List<InitializerSpec> initializers() {
        return Stream.concat(
                        Stream.of(initializer).filter(InitializerSpec::isGiven),
                        slices.stream().map(SliceSpec::initializer))
                .toList();
    }

    /** The rule of the whole parameter, as far as it is known while the model compiles. */
    public Optional<Initializer> rule() {
        Optional<Initializer> rule = initializer.rule();
        for (SliceSpec slice : slices) {
            rule = rule.flatMap(base -> slice.known().map(part -> base.withSlice(part.slice(), part.initializer())));
        }
        return rule;
    }

    /** Whether everything that the initializer looks at is known while the model compiles. */
    public boolean isKnown() {
        return shape.isKnown() && initializer.isKnown() && rule().isPresent();
    }

    /** Whether its initializer takes numbers of the model, which may be refused when it is made. */
    public boolean isMadeOfNumbers() {
        return initializer.call().takesNumbers() || slices.stream().anyMatch(SliceSpec::takesNumbers);
    }

    /** The numbers of the model that must be known at run time. */
    public List<SizeVariable> variables() {
        return Stream.of(
                        shape.variables().stream(),
                        initializer.variables().stream(),
                        slices.stream().flatMap(slice -> slice.variables().stream()))
                .flatMap(numbers -> numbers)
                .toList();
    }
}
