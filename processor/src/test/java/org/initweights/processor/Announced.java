package org.initweights.processor;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;

/**
 * The diagnostics that the comments of a fixture announce. A comment {@code // error at `-1`: message} stands on the line above
 * the error and quotes the source from the error's position on; {@code // warning at} and {@code // note at} likewise.
 */
final class Announced {

    private static final Pattern COMMENT = Pattern.compile("// (error|warning|note) at `(.*?)`: (.*)");
    private static final int QUOTED = 30;

    private Announced() {}

    /** What the comments announce. */
    static List<String> in(Fixture model) {
        List<String> announced = new ArrayList<>();
        List<String> lines = model.content().lines().toList();
        for (int line = 1; line <= lines.size(); line++) {
            Matcher comment = COMMENT.matcher(lines.get(line - 1));
            if (comment.find()) {
                int next = line;
                while (COMMENT.matcher(lines.get(next)).find()) {
                    next++;
                }
                announced.add(
                        (next + 1) + ": " + comment.group(1) + " at `" + comment.group(2) + "`: " + comment.group(3));
            }
        }
        return announced;
    }

    /** A diagnostic as a comment would announce it. */
    static String described(Diagnostic<? extends JavaFileObject> diagnostic, Fixture model) {
        String kind = diagnostic.getKind().name().replace("MANDATORY_", "").toLowerCase(Locale.ROOT);
        String at = model.content().substring((int) diagnostic.getPosition());
        return diagnostic.getLineNumber() + ": " + kind + " at `"
                + at.substring(0, Math.min(QUOTED, at.indexOf('\n'))).trim() + "`: " + diagnostic.getMessage(null);
    }
}
