package org.initweights.processor.write;

import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.initweights.processor.name.ClassRef;

/** Text of the user, escaped for the place where it stands in a Java file. */
final class JavaText {

    private static final Pattern LINE_BREAK = Pattern.compile("\\R");
    private static final Pattern UNICODE_ESCAPE = Pattern.compile("(?<!\\\\)(\\\\\\\\)*\\\\(?=u)");

    private JavaText() {}

    /** Text in a comment, on one line, without an escape that the compiler would read. */
    static String comment(String text) {
        return UNICODE_ESCAPE.matcher(LINE_BREAK.matcher(text).replaceAll(" ")).replaceAll("$0\\\\");
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

    /** A class, with a link where it is certain that the class can be named in the Javadoc of another. */
    static String javadocLink(ClassRef type, ClassRef from) {
        return type.packageName().equals(from.packageName())
                ? "{@link " + type.nestedName() + "}"
                : "{@code " + type.canonicalName() + "}";
    }
}
