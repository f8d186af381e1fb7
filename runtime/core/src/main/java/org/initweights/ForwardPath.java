package org.initweights;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * The weights of a model that a signal passes, one after the other, each with the non-linearity before it: what
 * {@link org.initweights.annotation.SignalPath} says, for code that runs. The generated class of such a model has a method
 * {@code signalPath}; for any other, the path is said here:
 *
 * <pre>{@code
 * ForwardPath path = ForwardPath.of(parameters)
 *         .then("in.weight", Nonlinearity.LINEAR)          // its input is the data
 *         .then("hidden.weight", Nonlinearity.RELU)
 *         .then("out.weight", Nonlinearity.RELU);
 * }</pre>
 *
 * <p>The layer of a weight is y = m · W f(x), where x is what the layer before gives, f the non-linearity, and m the weight's
 * {@link Parameter#outputMultiplier}. Biases, normalisations and shortcuts are no part of it.
 *
 * <p>Paths are immutable, and threads may share them; the elements of the parameters are the model's.
 */
public final class ForwardPath {

    private final Parameters parameters;
    private final List<Step> steps;

    private ForwardPath(Parameters parameters, List<Step> steps) {
        this.parameters = parameters;
        this.steps = List.copyOf(steps);
    }

    /**
     * A weight of a path.
     *
     * @param weight the parameter
     * @param activation what its inputs go through before
     */
    public record Step(Parameter weight, Nonlinearity activation) {}

    /**
     * A path without a weight yet.
     *
     * @param parameters all parameters of the model
     */
    public static ForwardPath of(Parameters parameters) {
        return new ForwardPath(Objects.requireNonNull(parameters, "parameters is null"), List.of());
    }

    /**
     * This path and then a weight.
     *
     * @param activation what the inputs of the weight go through before; {@link Nonlinearity#LINEAR} if nothing
     * @throws java.util.NoSuchElementException if no parameter has this name
     */
    public ForwardPath then(String weight, Nonlinearity activation) {
        Objects.requireNonNull(activation, "activation is null");
        List<Step> longer = new ArrayList<>(steps);
        longer.add(new Step(parameters.get(weight), activation));
        return new ForwardPath(parameters, longer);
    }

    /** All parameters of the model, those outside the path too. */
    public Parameters parameters() {
        return parameters;
    }

    /** The weights, in the order in which the signal passes them. */
    public List<Step> steps() {
        return steps;
    }

    /** The names of the weights: {@code in.weight → hidden.weight → out.weight}. */
    @Override
    public String toString() {
        return String.join(
                " → ", steps.stream().map(step -> step.weight().name()).toList());
    }
}
