package org.initweights.samples.zoo.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.LongStream;
import org.initweights.Parameter;
import org.initweights.Parameters;

/** The names and shapes of a model's {@code state_dict}, in its order, written by hand. */
public final class StateDict {

    private final Map<String, long[]> shapes = new LinkedHashMap<>();

    /** The next tensor. */
    public StateDict tensor(String name, long... dims) {
        assertThat(shapes.put(name, dims)).as(name).isNull();
        return this;
    }

    public long elements() {
        return shapes.values().stream()
                .mapToLong(dims -> LongStream.of(dims).reduce(1, Math::multiplyExact))
                .sum();
    }

    /** The same names, in the same order, and the same shapes. */
    public void isThatOf(Parameters parameters) {
        assertThat(parameters).extracting(Parameter::name).containsExactlyElementsOf(shapes.keySet());
        for (Parameter parameter : parameters) {
            assertThat(parameter.shape().dims()).as(parameter.name()).containsExactly(shapes.get(parameter.name()));
        }
        assertThat(parameters.elements()).isEqualTo(elements());
    }

    @Override
    public String toString() {
        StringBuilder lines = new StringBuilder();
        shapes.forEach((name, dims) ->
                lines.append(name).append(' ').append(Arrays.toString(dims)).append('\n'));
        return lines.toString();
    }
}
