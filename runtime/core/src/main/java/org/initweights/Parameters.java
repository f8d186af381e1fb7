package org.initweights;

import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.stream.Stream;

/** The parameters of a model, in the order of their declaration. */
public final class Parameters implements Iterable<Parameter> {

    private final Map<String, Parameter> byName;

    private Parameters(Map<String, Parameter> byName) {
        this.byName = byName;
    }

    /**
     * These parameters, in this order.
     *
     * @throws IllegalArgumentException if two of them have the same name
     */
    public static Parameters of(Collection<? extends Parameter> parameters) {
        Map<String, Parameter> byName = new LinkedHashMap<>();
        for (Parameter parameter : parameters) {
            if (byName.put(parameter.name(), parameter) != null) {
                throw new IllegalArgumentException("two parameters are named " + parameter.name());
            }
        }
        return new Parameters(byName);
    }

    /**
     * The parameter of this name.
     *
     * @throws NoSuchElementException if there is none
     */
    public Parameter get(String name) {
        Parameter parameter = byName.get(name);
        if (parameter == null) {
            throw new NoSuchElementException("no parameter is named " + name + "; there are " + byName.keySet());
        }
        return parameter;
    }

    /** How many parameters there are. */
    public int size() {
        return byName.size();
    }

    /** How many elements all parameters have together. */
    public long elements() {
        return stream().mapToLong(Parameter::elements).sum();
    }

    /** Writes the initial values of every parameter. */
    public void initialize(RandomSource random) {
        byName.values().forEach(parameter -> parameter.initialize(random));
    }

    public Stream<Parameter> stream() {
        return byName.values().stream();
    }

    @Override
    public Iterator<Parameter> iterator() {
        return stream().iterator();
    }

    /** One line a parameter: its name, shape and fill. */
    @Override
    public String toString() {
        StringBuilder lines = new StringBuilder();
        for (Parameter parameter : this) {
            lines.append(parameter.name())
                    .append(' ')
                    .append(parameter.shape())
                    .append(' ')
                    .append(parameter.fill())
                    .append('\n');
        }
        return lines.toString();
    }
}
