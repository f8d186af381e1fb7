package org.initweights.processor.random;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.initweights.processor.random.Trial.Failed;
import org.initweights.processor.random.Trial.Outcome;
import org.initweights.processor.random.Trial.Refused;

/** Judges what a compiler says of some programs: a refusal is an error of ours in a file of the user. */
final class Judge {

    private static final Pattern ID = Pattern.compile("\\[[A-Z]\\w+]$");

    private final Set<String> programs;
    private final Path output;

    /**
     * @param programs the names of the packages around them
     * @param output the folder that the compiler writes into; anything about a file in it is a fault
     */
    Judge(Set<String> programs, Path output) {
        this.programs = programs;
        this.output = output;
    }

    /** What a message means for its program; empty if it means nothing. */
    Optional<Outcome> outcome(Message message) {
        boolean generated = Path.of(message.file()).startsWith(output.toString());
        String text = message.file() + ": " + message.text();
        if (message.kind() == Message.Kind.CRASH) {
            return Optional.of(new Failed("crash", text));
        }
        if (generated || message.text().contains("[Internal]")) {
            return Optional.of(new Failed("generated " + message.kind() + kind(message.text()), text));
        }
        if (message.kind() == Message.Kind.WARNING) {
            return Optional.empty();
        }
        if (!isOurs(message)) {
            return Optional.of(new Failed("java" + kind(message.text()), text));
        }
        return Optional.of(message.file().isEmpty() ? new Failed("place", text) : new Refused());
    }

    /** Whether a message has an id of ours. */
    static boolean isOurs(Message message) {
        return ID.matcher(message.text().strip()).find();
    }

    /** The program of a message: that of its file or, if it has none, any. */
    String program(Message message) {
        for (Path part : Path.of(message.file())) {
            if (programs.contains(part.toString())) {
                return part.toString();
            }
        }
        return programs.iterator().next();
    }

    /** Of two outcomes the one that says more. */
    static Outcome worse(Outcome a, Outcome b) {
        return a instanceof Failed || !(b instanceof Failed) ? a : b;
    }

    /** The message without the names that differ from program to program. */
    static String kind(String message) {
        return " "
                + message.lines()
                        .findFirst()
                        .orElse("")
                        .replaceAll("\\b[ghm]\\d+\\S*|\\b\\w+\\d+\\b|[^\\x20-\\x7e]+", "");
    }
}
