package org.initweights.processor.model;

import com.palantir.javapoet.CodeBlock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.initweights.Initializer;
import org.initweights.processor.dimension.SizeVariable;
import org.initweights.processor.report.Place;

/**
 * The initializer of a parameter.
 *
 * @param display the annotation as the user would write it: {@code @Dirac(groups = 3)}
 * @param rule the rule; empty if it is a class that is being compiled
 * @param call the expression that makes the rule at run time
 * @param place the annotation
 * @param arguments where each argument was given
 * @param weight the shape of the weight that a bias names
 */
public record InitializerSpec(
        String display,
        Optional<Initializer> rule,
        CodeBlock call,
        Place place,
        Map<String, Place> arguments,
        Optional<ShapeSpec> weight) {

    /** The sizes of the model that the rule itself depends on. */
    public List<SizeVariable> variables() {
        return weight.map(ShapeSpec::variables).orElse(List.of());
    }

    /** Where to report a fault of an argument: its value, or else the annotation. */
    public Place placeOf(String argument) {
        return arguments.getOrDefault(argument, place);
    }
}
