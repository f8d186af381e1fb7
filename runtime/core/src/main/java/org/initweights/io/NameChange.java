package org.initweights.io;

import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** What becomes of the names of a file's tensors on their way to the model. */
sealed interface NameChange {

    /** The name after the change; the same where there is nothing to change. */
    String apply(String name);

    /** Takes a prefix away. */
    record WithoutPrefix(String prefix) implements NameChange {

        @Override
        public String apply(String name) {
            return name.startsWith(prefix) ? name.substring(prefix.length()) : name;
        }

        @Override
        public String toString() {
            return "withoutPrefix(\"" + prefix + "\")";
        }
    }

    /** Puts a prefix before every name. */
    record WithPrefix(String prefix) implements NameChange {

        @Override
        public String apply(String name) {
            return prefix + name;
        }

        @Override
        public String toString() {
            return "withPrefix(\"" + prefix + "\")";
        }
    }

    /** Replaces what a regular expression matches. */
    record Renamed(Pattern pattern, String replacement) implements NameChange {

        @Override
        public String apply(String name) {
            return pattern.matcher(name).replaceAll(replacement);
        }

        @Override
        public String toString() {
            return "renamed(\"" + pattern + "\", \"" + replacement + "\")";
        }
    }

    /** Calls a function of the user's. */
    record Mapped(UnaryOperator<String> function) implements NameChange {

        @Override
        public String apply(String name) {
            String changed = function.apply(name);
            if (changed == null) {
                throw new IllegalArgumentException("renamed: the function returns null for " + name
                        + "; return the name itself where it is to stay");
            }
            return changed;
        }

        @Override
        public String toString() {
            return "renamed(function)";
        }
    }
}
