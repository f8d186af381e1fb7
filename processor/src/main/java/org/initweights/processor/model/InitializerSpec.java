package org.initweights.processor.model;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.initweights.Initializer;
import org.initweights.Initializers;
import org.initweights.internal.rule.LastingRule;
import org.initweights.internal.rule.MupRole;
import org.initweights.processor.expression.SizeVariable;

/**
 * The initializer of a parameter.
 *
 * @param display the annotation as the user would write it: {@code @Dirac(groups = 3)}
 * @param composed whether that is an annotation which stands for an initializer of this library
 * @param rule the rule; empty if it is a class that is being compiled, or if a formula depends on the model
 * @param call what makes the rule at run time
 * @param place the annotation
 * @param arguments where each argument was given
 * @param weight the shape of the weight that a bias names
 */
public record InitializerSpec(
        String display,
        boolean composed,
        Optional<Initializer> rule,
        InitializerCall call,
        Place place,
        Map<String, Place> arguments,
        Optional<ShapeSpec> weight) {

    private static final String TIED = "the tensor of ";

    /** The rule of rows that are in no slice, if the user gave none: there may be no such rows. */
    public static InitializerSpec ofNoRows(Place place) {
        return new InitializerSpec(
                "",
                false,
                Optional.of(Initializers.zeros()),
                new InitializerCall.Factory("zeros", List.of()),
                place,
                Map.of(),
                Optional.empty());
    }

    /**
     * The same, made by another call.
     *
     * @param made the rule that the call makes, if that is known
     */
    public InitializerSpec with(Optional<Initializer> made, InitializerCall by) {
        return new InitializerSpec(display, composed, made, by, place, arguments, weight);
    }

    /**
     * The same, with a role that another annotation beside it gives.
     *
     * @param made the rule that both make, if that is known
     */
    public InitializerSpec withRole(InitializerSpec role, Optional<Initializer> made) {
        Map<String, Place> places = new HashMap<>(role.arguments);
        places.putAll(arguments);
        return new InitializerSpec(
                display,
                composed,
                made,
                new InitializerCall.Roled(call, role.call, rule),
                place,
                Map.copyOf(places),
                weight);
    }

    /** The rule that says how the parameter starts, without a role beside it; empty as {@link #rule} is. */
    public Optional<Initializer> start() {
        return call instanceof InitializerCall.Roled roled ? roled.start() : rule;
    }

    /** What is never used: the parameter is another one. */
    public static InitializerSpec ofTied(Place place, String to) {
        return new InitializerSpec(
                TIED + to,
                true,
                Optional.of(Initializers.zeros()),
                new InitializerCall.Factory("zeros", List.of()),
                place,
                Map.of(),
                Optional.empty());
    }

    /** Whether it is {@link #ofTied}. */
    public boolean isOfTied() {
        return display.startsWith(TIED);
    }

    /** Whether the user gave it. */
    public boolean isGiven() {
        return !display.isEmpty();
    }

    /** The numbers of the model that the rule itself depends on. */
    public List<SizeVariable> variables() {
        return call.variables();
    }

    /** Whether the rule depends on nothing that is not known while the model compiles. */
    public boolean isKnown() {
        return rule.isPresent() && weight.map(ShapeSpec::isKnown).orElse(true);
    }

    /** Whether the rule says more than what it resolves to: the order of an attention, or a role of µP. */
    public boolean isConstructed() {
        return rule.filter(LastingRule::isOne).isPresent();
    }

    /** The role that it gives in the maximal update parametrization. */
    public Optional<MupRole> role() {
        return call.learning() instanceof InitializerCall.Factory factory
                ? MupRole.ofFactory(factory.factory())
                : Optional.empty();
    }

    /** Where to report a fault of an argument: its value, or else the annotation. */
    public Place placeOf(String argument) {
        return arguments.getOrDefault(argument, place);
    }
}
