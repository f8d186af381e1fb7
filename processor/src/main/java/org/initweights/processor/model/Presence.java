package org.initweights.processor.model;

import org.initweights.processor.name.MemberPath;

/** When a model has a parameter. */
public sealed interface Presence {

    /** The condition in words, as tables have it: {@code if hasBias}; empty if there is none. */
    String words();

    /** Every model has it. */
    record Always() implements Presence {
        @Override
        public String words() {
            return "";
        }
    }

    /**
     * A model has it if a condition of its own is true.
     *
     * @param written how the user wrote the condition
     * @param path how it is read
     */
    record OnlyIf(String written, MemberPath path) implements Presence {
        @Override
        public String words() {
            return "if " + written;
        }
    }

    /** No model has it: the condition is a constant, and false. */
    record Never(String written) implements Presence {
        @Override
        public String words() {
            return "if " + written + ", which is false";
        }
    }

    /** A model has it unless its field, which is set once, is null. */
    record UnlessNull() implements Presence {
        @Override
        public String words() {
            return "unless null";
        }
    }
}
