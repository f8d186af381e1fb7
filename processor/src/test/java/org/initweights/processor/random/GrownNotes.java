package org.initweights.processor.random;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the text of a program says of its fields, in comments beside them.
 *
 * @param constants the value of each parameter's elements
 * @param absent the parameters that stay null
 * @param indexed the parameters whose length is the index of their model and 1
 * @param said the fields of which somebody has to speak, if there is a tensor behind them
 * @param rules the rules of the model, in their order
 * @param valued the parameters whose elements a method says
 * @param drawn those of them that are functions of what is drawn
 * @param nonTrainable the fields that are not trained, of parameters and of sub-models
 * @param ties the second names of tensors, by the names that they are tied to
 * @param copies the copies of a model's parameters
 * @param roles what the width does to the parameters that have a role
 */
record GrownNotes(
        Map<String, Integer> constants,
        Set<String> absent,
        Set<String> indexed,
        Set<String> said,
        List<Rule> rules,
        Map<String, Valued> valued,
        Map<String, Drawn> drawn,
        Set<String> nonTrainable,
        List<Link> ties,
        List<Link> copies,
        Map<String, Role> roles) {

    /**
     * A rule of the model for a parameter of a class of it.
     *
     * @param type the binary name of the class
     * @param field the name of the parameter
     * @param priority of several that match, that with the highest wins
     */
    record Rule(String type, String field, int priority, int value) {}

    /**
     * A parameter whose elements a method says.
     *
     * @param steps how many steps of a double the method may be off
     */
    record Valued(String dtype, List<Integer> dims, int steps) {}

    /**
     * What a parameter is drawn from before a function is taken.
     *
     * @param first the lower bound or the mean
     * @param second the upper bound or the standard deviation
     */
    record Drawn(boolean uniform, double first, double second) {}

    /** A name, or the beginning of one, and what it leads to; within the object of a class that says so. */
    record Link(String name, String to) {}

    /** Multipliers by the width. */
    record Role(double adam, double sgd, double output) {}

    static String valued(String field, String dtype, List<Integer> dims, int steps) {
        return "//v " + field + " " + dtype + " "
                + dims.stream().map(String::valueOf).collect(Collectors.joining(",")) + " " + steps + "\n";
    }

    static String drawn(String field, boolean uniform, double first, double second) {
        return "//x " + field + " " + uniform + " " + first + " " + second + "\n";
    }

    static String nonTrainable(String field) {
        return "//n " + field + "\n";
    }

    static String tied(String name, String to) {
        return "//t " + name + " " + to + "\n";
    }

    static String copied(String name, String from) {
        return "//y " + name + " " + from + "\n";
    }

    static String role(String field, double adam, double sgd, double output) {
        return "//m " + field + " " + adam + " " + sgd + " " + output + "\n";
    }

    static String constant(String field, String owner, int value) {
        return "//c " + field + " " + value + (owner.isEmpty() ? "" : " " + owner) + "\n";
    }

    static String absent(String field) {
        return "//0 " + field + "\n";
    }

    static String indexed(String field) {
        return "//i " + field + "\n";
    }

    static String said(String field) {
        return "//? " + field + "\n";
    }

    static String rule(Rule rule) {
        return "//r " + rule.type + " " + rule.field + " " + rule.priority + " " + rule.value + "\n";
    }

    static GrownNotes of(String program) {
        GrownNotes notes = new GrownNotes(
                new HashMap<>(),
                new HashSet<>(),
                new HashSet<>(),
                new HashSet<>(),
                new ArrayList<>(),
                new HashMap<>(),
                new HashMap<>(),
                new HashSet<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new HashMap<>());
        program.lines()
                .map(String::strip)
                .filter(line -> line.startsWith("//"))
                .map(line -> line.split(" "))
                .forEach(notes::read);
        return notes;
    }

    private void read(String... words) {
        switch (words[0]) {
            case "//c" -> constants.put(words[1], Integer.valueOf(words[2]));
            case "//0" -> absent.add(words[1]);
            case "//i" -> indexed.add(words[1]);
            case "//?" -> said.add(words[1]);
            case "//r" ->
                rules.add(new Rule(words[1], words[2], Integer.parseInt(words[3]), Integer.parseInt(words[4])));
            case "//v" ->
                valued.put(
                        words[1],
                        new Valued(
                                words[2],
                                Stream.of(words[3].split(","))
                                        .map(Integer::valueOf)
                                        .toList(),
                                Integer.parseInt(words[4])));
            case "//x" ->
                drawn.put(
                        words[1],
                        new Drawn(
                                Boolean.parseBoolean(words[2]),
                                Double.parseDouble(words[3]),
                                Double.parseDouble(words[4])));
            case "//n" -> nonTrainable.add(words[1]);
            case "//t" -> ties.add(new Link(words[1], words[2]));
            case "//y" -> copies.add(new Link(words[1], words[2]));
            case "//m" ->
                roles.put(
                        words[1],
                        new Role(
                                Double.parseDouble(words[2]),
                                Double.parseDouble(words[3]),
                                Double.parseDouble(words[4])));
            default -> {}
        }
    }
}
