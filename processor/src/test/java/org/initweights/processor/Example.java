package org.initweights.processor;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;

/**
 * A block of code in the Javadoc of an annotation: members of a class.
 *
 * @param file the name of the class that it is compiled in
 * @param heading the last word before it: {@code Errors} and {@code Warnings} head mistakes
 */
record Example(String file, String heading, String code) {

    /** All on one line, so that the code begins on the second. */
    private static final String START =
            "package manual; import java.nio.*; import java.util.*; import org.initweights.*; "
                    + "import org.initweights.annotation.*; import org.initweights.recipe.*; class %s {%n%s%n}%n";

    private static final int FIRST_LINE = 2;
    private static final Pattern HEADING = Pattern.compile("(\\w+):\\s*$");
    private static final Pattern ANNOUNCED = Pattern.compile("// ([A-Z]\\w+): \\S");
    private static final Pattern REPORTED = Pattern.compile("\\[([A-Z]\\w+)]$");

    static Example of(String annotation, String before, String code) {
        Matcher heading = HEADING.matcher(before);
        return new Example(annotation + "At" + before.lines().count(), heading.find() ? heading.group(1) : "", code);
    }

    boolean isOfMistakes() {
        return heading.equals("Errors")
                || heading.equals("Warnings")
                || ANNOUNCED.matcher(code).find();
    }

    /** The source file that the code is compiled in. */
    Fixture source(Path folder) {
        return Fixture.write(folder, file, START.formatted(file, code));
    }

    /** What its comments announce, such as {@code Errors: 3 FanRank}. */
    List<String> announced() {
        List<String> lines = code.lines().toList();
        return IntStream.range(0, lines.size())
                .boxed()
                .flatMap(line -> ANNOUNCED
                        .matcher(lines.get(line))
                        .results()
                        .map(id -> heading + ": " + (line + FIRST_LINE) + " " + id.group(1)))
                .toList();
    }

    /** What the compiler says of it, in the same form. */
    List<String> reported(List<Diagnostic<? extends JavaFileObject>> diagnostics) {
        return diagnostics.stream().flatMap(this::reported).distinct().toList();
    }

    private Stream<String> reported(Diagnostic<? extends JavaFileObject> diagnostic) {
        boolean mine = Optional.ofNullable(diagnostic.getSource())
                .map(source -> source.getName().endsWith("/" + file + ".java"))
                .orElse(false);
        if (!mine || diagnostic.getKind() == Diagnostic.Kind.NOTE) {
            return Stream.of();
        }
        String message = diagnostic.getMessage(null);
        Matcher id = REPORTED.matcher(message);
        String kind = diagnostic.getKind() == Diagnostic.Kind.ERROR ? "Errors" : "Warnings";
        return Stream.of(kind + ": " + diagnostic.getLineNumber() + " " + (id.find() ? id.group(1) : message));
    }

    @Override
    public String toString() {
        return file;
    }
}
