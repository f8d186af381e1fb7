package org.initweights.processor.report;

import java.util.regex.Pattern;
import org.initweights.InitializationException;

/** What the library says of its initializers, in the words of those who write annotations. */
public final class AnnotationWords {

    private static final Pattern ZEROS = Pattern.compile("\\bzeros\\(\\)");
    private static final Pattern ROLE = Pattern.compile("\\bmup(?=[A-Z])");
    private static final Pattern BIAS =
            Pattern.compile("\\btorchDefault\\((\\w+), weight\\) with the shape of its weight");

    private AnnotationWords() {}

    /** What is wrong and how to mend it: the rest of a sentence that begins with the initializer. */
    public static String problem(InitializationException e) {
        String zeros = ZEROS.matcher(e.problem()).replaceAll("@Zeros");
        String roles = ROLE.matcher(zeros).replaceAll("@Mup");
        return BIAS.matcher(roles).replaceAll("@TorchDefault(value = $1, weight = \"…\")");
    }
}
