package org.initweights.processor.random;

import java.util.List;
import java.util.Locale;

/** Text that means something to a comment, to Javadoc, to a literal or to a template. */
final class HostileText {

    /** After half a pair comes a space: {@code javac} does not read every escape that follows one. */
    private static final List<String> PARTS = List.of(
            "C:\\users\\me",
            "\\u0041",
            "\\",
            "*/",
            "/*",
            "\"",
            "'",
            "\n",
            "\r\n",
            "\t",
            "@see",
            "{@link X}",
            "{",
            "}",
            "<html>",
            "</p>",
            "&amp;",
            "&",
            "\uD835\uDC5B",
            "\uD835 ",
            "\uDC5B",
            "\u2028",
            "\0",
            "\u007F",
            "$L",
            "$",
            "%s",
            "//",
            "\u00FC",
            "\u202E",
            "\"\"\"",
            "-->",
            "plain");

    private HostileText() {}

    static String random(Dice dice) {
        StringBuilder text = new StringBuilder();
        for (int i = dice.between(1, 4); i > 0; i--) {
            text.append(dice.pick(PARTS));
        }
        return text.toString();
    }

    /** The literal of a text, in ASCII. */
    static String literal(String text) {
        StringBuilder literal = new StringBuilder("\"");
        text.chars().forEach(letter -> literal.append(inLiteral((char) letter)));
        return literal.append('"').toString();
    }

    private static String inLiteral(char letter) {
        return switch (letter) {
            case '"' -> "\\\"";
            case '\\' -> "\\\\";
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            default ->
                letter >= ' ' && letter < 127
                        ? String.valueOf(letter)
                        : String.format(Locale.ROOT, "\\u%04x", (int) letter);
        };
    }
}
