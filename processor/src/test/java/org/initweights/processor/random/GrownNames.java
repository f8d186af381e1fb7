package org.initweights.processor.random;

/** Names that are used once in a program, so that a message about a field tells which it is. */
final class GrownNames {

    private int fields;
    private int types;

    /** A new name of a field. */
    String field() {
        fields++;
        return "f" + fields;
    }

    /** A new name of a class. */
    String type() {
        types++;
        return "T" + types;
    }

    /** A new name of a class that is nested in the model: an even one. */
    String nestedType() {
        types += types % 2 == 0 ? 2 : 1;
        return "T" + types;
    }

    /** The value of a parameter, which no other has; neither 0 nor 1, which are the rules'. */
    int constant(String field) {
        return 1 + Integer.parseInt(field.substring(1));
    }
}
