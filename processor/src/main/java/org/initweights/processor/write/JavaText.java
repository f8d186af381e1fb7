package org.initweights.processor.write;

import com.google.common.base.Splitter;
import java.util.stream.Collectors;

/** Text of the user, escaped for the place where it stands in a Java file. */
final class JavaText {

    private static final int COMMENT_WIDTH = 125;
    private static final String CONTINUATION = "//    ";

    private JavaText() {}

    /** Lines of comment, none of them too long. They have no escape that the compiler would read. */
    static String comment(String text) {
        String plain = text.replaceAll("\\R", " ").replaceAll("(?<!\\\\)(\\\\\\\\)*\\\\(?=u)", "$0\\\\");
        StringBuilder lines = new StringBuilder();
        StringBuilder line = new StringBuilder("//");
        for (String word : Splitter.on(' ').split(plain)) {
            if (line.length() + word.length() >= COMMENT_WIDTH && line.length() > CONTINUATION.length()) {
                lines.append(line).append('\n');
                line = new StringBuilder(CONTINUATION);
            }
            line.append(' ').append(word);
        }
        return lines.append(line).append('\n').toString();
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
