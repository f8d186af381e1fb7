package org.initweights.io;

import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

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

        /**
         * Checks both texts.
         *
         * @throws IllegalArgumentException if one is not as its syntax says, or names a group that is not there
         */
        static Renamed of(String regex, String replacement) {
            try {
                Pattern pattern = Pattern.compile(regex);
                checkReplacement(pattern, replacement);
                return new Renamed(pattern, replacement);
            } catch (PatternSyntaxException e) {
                throw new IllegalArgumentException("renamed: " + e.getMessage(), e);
            }
        }

        /** A mistake in a replacement would otherwise be found when the first name matches, or never. */
        private static void checkReplacement(Pattern pattern, String replacement) {
            // It has the same groups, and matches the empty text; the line break ends a comment.
            Matcher match = Pattern.compile(pattern + "\n|").matcher("");
            try {
                match.replaceFirst(replacement);
            } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
                throw new IllegalArgumentException(
                        "renamed: the replacement \"" + replacement + "\" does not fit \"" + pattern + "\" (groups: "
                                + match.groupCount() + "): " + e.getMessage()
                                + "; write \\$ and \\\\ for these signs themselves",
                        e);
            }
        }

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
