package org.initweights.processor.random;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.initweights.Parameter;
import org.initweights.Parameters;

/**
 * What the text of a program says of its model, in comments: its classes and its parameters.
 *
 * @param model the binary name of the model
 * @param init the binary name of what is generated for it
 */
record Expectation(String model, String init, List<Expected> parameters) {

    private static final Pattern CLASSES = Pattern.compile("(?m)^//! (\\S+) (\\S+)$");
    private static final Pattern PARAMETER = Pattern.compile("(?m)^//= (\\S+) (\\S+) (\\S*)$");

    /**
     * A parameter.
     *
     * @param dims its sizes, joined by commas
     * @param value that of each element; empty if it is drawn
     */
    private record Expected(String name, String dims, String value) {}

    static String ofClasses(String model, String init) {
        return "//! " + model + " " + init + "\n";
    }

    static String ofParameter(String name, List<Long> dims, String value) {
        return "//= " + name + " " + dims.stream().map(String::valueOf).collect(Collectors.joining(",")) + " " + value
                + "\n";
    }

    static Expectation of(String program) {
        Matcher classes = CLASSES.matcher(program);
        if (!classes.find()) {
            throw new IllegalArgumentException(program);
        }
        List<Expected> parameters = new ArrayList<>();
        Matcher parameter = PARAMETER.matcher(program);
        while (parameter.find()) {
            parameters.add(new Expected(parameter.group(1), parameter.group(2), parameter.group(3)));
        }
        return new Expectation(classes.group(1), classes.group(2), parameters);
    }

    /** What is wrong with the parameters of a model that was initialised. */
    Optional<String> problem(Parameters found) {
        for (Expected expected : parameters) {
            Parameter parameter = found.get(expected.name);
            String dims = LongStream.of(parameter.shape().dims())
                    .mapToObj(String::valueOf)
                    .collect(Collectors.joining(","));
            if (!dims.equals(expected.dims)) {
                return Optional.of(expected.name + " has the shape [" + dims + "], not [" + expected.dims + "]");
            }
            if (!expected.value.isEmpty() && parameter.get(0) != Double.parseDouble(expected.value)) {
                return Optional.of(expected.name + " is " + parameter.get(0) + ", not " + expected.value);
            }
        }
        return Optional.empty();
    }
}
