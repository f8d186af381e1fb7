package org.initweights.processor.write;

import java.util.Locale;
import java.util.stream.Collectors;

/** Text of the user, escaped for the place where it stands in a Java file. */
final class JavaText {

    private JavaText() {}

    /** A string literal. What is no letter of any script is escaped, since the file's encoding may not have it. */
    static String literal(String text) {
        StringBuilder literal = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            literal.append(inLiteral(text.charAt(i)));
        }
        return literal.append('"').toString();
    }

    private static String inLiteral(char letter) {
        return switch (letter) {
            case '"' -> "\\\"";
            case '\\' -> "\\\\";
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            default ->
                (letter >= ' ' && letter <= '~') || Character.isLetterOrDigit(letter)
                        ? String.valueOf(letter)
                        : String.format(Locale.ROOT, "\\u%04x", (int) letter);
        };
    }

    /** The rest of a line that is a comment: it ends with the line, and says no backslash-u. */
    static String comment(String text) {
        return text.replaceAll("\\R", " ").replace("\\u", "\\\\u");
    }

    /** Text in Javadoc, where HTML, tags and the comment's end would be read as such. */
    static String javadoc(String text) {
        return text.codePoints().mapToObj(JavaText::inJavadoc).collect(Collectors.joining());
    }

    private static String inJavadoc(int letter) {
        return switch (letter) {
            case '<' -> "&lt;";
            case '>' -> "&gt;";
            case '&' -> "&amp;";
            case '@', '{', '}', '\\', '\n', '\r' -> "&#" + letter + ";";
            default -> Character.toString(letter);
        };
    }

    /** Code in Javadoc. */
    static String javadocCode(String code) {
        boolean plain = code.chars().noneMatch(letter -> "{}\\<>&\n\r".indexOf(letter) >= 0) && !code.contains("*/");
        return plain ? "{@code " + code + "}" : "<code>" + javadoc(code).replace("*/", "*&#47;") + "</code>";
    }
}
