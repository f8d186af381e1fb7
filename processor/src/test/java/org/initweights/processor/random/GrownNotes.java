package org.initweights.processor.random;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the text of a program says of its fields, in comments beside them.
 *
 * @param constants the value of each parameter's elements
 * @param absent the parameters that stay null
 * @param indexed the parameters whose length is the index of their model and 1
 * @param said the fields of which somebody has to speak, if there is a tensor behind them
 * @param rules the rules of the model, in their order
 */
record GrownNotes(
        Map<String, Integer> constants, Set<String> absent, Set<String> indexed, Set<String> said, List<Rule> rules) {

    /**
     * A rule of the model for a parameter of a class of it.
     *
     * @param type the binary name of the class
     * @param field the name of the parameter
     * @param priority of several that match, that with the highest wins
     */
    record Rule(String type, String field, int priority, int value) {}

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
        GrownNotes notes =
                new GrownNotes(new HashMap<>(), new HashSet<>(), new HashSet<>(), new HashSet<>(), new ArrayList<>());
        program.lines()
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
            default -> {}
        }
    }
}
