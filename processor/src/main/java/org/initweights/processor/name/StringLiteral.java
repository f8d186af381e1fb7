package org.initweights.processor.name;

import java.util.Locale;

/** Strings as Java writes them. */
public final class StringLiteral {

    private StringLiteral() {}

    /** The literal of a string. What is no letter of any script is escaped, since the encoding of a file may not have it. */
    public static String of(String text) {
        StringBuilder literal = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            literal.append(escaped(text.charAt(i)));
        }
        return literal.append('"').toString();
    }

    private static String escaped(char letter) {
        return switch (letter) {
            case '"' -> "\\\"";
            case '\\' -> "\\\\";
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            default -> {
                boolean plain = (letter >= ' ' && letter <= '~') || Character.isLetterOrDigit(letter);
                yield plain ? String.valueOf(letter) : String.format(Locale.ROOT, "\\u%04x", (int) letter);
            }
        };
    }
}
