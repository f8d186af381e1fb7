package org.initweights.processor.write;

import java.util.ArrayList;
import java.util.List;

/** Breaks text into lines that a reviewer sees whole. */
final class Lines {

    /** The longest line of a generated file, where it has a place to break. */
    private static final int COLUMNS = 140;

    /** What stands before a line inside a method. */
    private static final int METHOD = 8;

    private static final int JAVADOC = COLUMNS - " * ".length();
    private static final String INDENT = "    ";

    private Lines() {}

    /** A comment inside a method, each line with its slashes. */
    static String comment(String text) {
        int width = COLUMNS - METHOD - "// ".length();
        StringBuilder lines = new StringBuilder();
        wrap(words(JavaText.comment(text)), width, "  ")
                .forEach(line -> lines.append("// ").append(line).append('\n'));
        return lines.toString();
    }

    /** Pieces of the Javadoc of a class, which stay together; each ends with its own space if it needs one. */
    static String javadoc(List<String> pieces) {
        return String.join("\n", wrap(pieces, JAVADOC, INDENT));
    }

    /** Whether a piece has room on a line of Javadoc of its own. */
    static boolean fits(String piece) {
        return piece.length() <= JAVADOC - INDENT.length();
    }

    /** The pieces of a text: it breaks after spaces, but not inside an inline tag. */
    static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        int depth = 0;
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            depth += letter == '{' ? 1 : letter == '}' && depth > 0 ? -1 : 0;
            if (letter == ' ' && depth == 0) {
                words.add(text.substring(start, i + 1));
                start = i + 1;
            }
        }
        words.add(text.substring(start));
        return words;
    }

    private static List<String> wrap(List<String> pieces, int width, String indent) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String piece : pieces) {
            boolean started = !line.toString().isBlank();
            if (started && line.length() + piece.stripTrailing().length() > width) {
                lines.add(line.toString().stripTrailing());
                line.setLength(0);
                line.append(indent);
            }
            line.append(piece);
        }
        lines.add(line.toString().stripTrailing());
        return lines;
    }
}
