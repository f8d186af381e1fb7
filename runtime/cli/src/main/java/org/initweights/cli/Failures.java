package org.initweights.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.initweights.cli.output.CommandWords;
import org.initweights.io.Mismatch;
import org.initweights.io.MismatchException;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says in a line what went wrong. */
final class Failures {

    /** What a shell gives a program that Ctrl-C ended. */
    static final int INTERRUPTED = 130;

    private static final int MOST_MISMATCHES = 3;

    private static final Pattern TEMPORARY = Pattern.compile("\\.[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\\.tmp");

    private Failures() {}

    /** Arguments that are not understood: what is wrong, and where help is. */
    static int wrongUsage(ParameterException failure, String[] arguments) {
        CommandLine line = failure.getCommandLine();
        PrintWriter err = line.getErr();
        print(line, String.valueOf(failure.getMessage()));
        UnmatchedArgumentException.printSuggestions(failure, err);
        err.println("See '" + line.getCommandSpec().qualifiedName() + " --help'.");
        return line.getCommandSpec().exitCodeOnInvalidInput();
    }

    /** A command that failed. */
    static int failed(Exception failure, CommandLine line, boolean withTrace) {
        print(line, oneLine(CommandWords.of(message(failure))));
        if (withTrace) {
            failure.printStackTrace(line.getErr());
        }
        return isInterruption(failure) ? INTERRUPTED : line.getCommandSpec().exitCodeOnExecutionException();
    }

    /** A command that may have done its work, but whose result could not be printed; one that failed has said why. */
    static int lost(String reason, int exitCode, CommandLine line) {
        int failed = line.getCommandSpec().exitCodeOnExecutionException();
        if (exitCode >= failed) {
            return exitCode;
        }
        print(line, "standard output: " + reason);
        return failed;
    }

    private static void print(CommandLine line, String message) {
        line.getErr().println(line.getColorScheme().errorText("initweights: " + message));
    }

    private static String message(Throwable failure) {
        Throwable cause = failure.getCause();
        if (failure instanceof UncheckedIOException && cause != null) {
            return message(cause);
        }
        if (isInterruption(failure)) {
            return "interrupted";
        }
        if (failure instanceof NoSuchFileException missing && missing.getReason() == null) {
            return missing.getFile() + ": there is no such file";
        }
        if (failure instanceof AccessDeniedException denied) {
            return denied.getFile() + ": permission denied";
        }
        if (failure instanceof FileAlreadyExistsException there) {
            return there.getFile() + ": " + (there.getReason() == null ? "it is there already" : there.getReason());
        }
        if (failure instanceof FileSystemLoopException loop) {
            return loop.getFile() + ": its symbolic links lead in a circle";
        }
        if (failure instanceof MismatchException mismatch) {
            return doesNotFit(mismatch);
        }
        String message = failure.getMessage();
        return message == null || !isExplained(failure) ? failure.toString() : message;
    }

    /** The first tensors that do not fit, and what may help. */
    private static String doesNotFit(MismatchException failure) {
        List<Mismatch> mismatches = failure.mismatches();
        String first = mismatches.stream()
                .limit(MOST_MISMATCHES)
                .map(Mismatch::toString)
                .collect(Collectors.joining("; "));
        int others = mismatches.size() - MOST_MISMATCHES;
        return failure.file() + ": it does not fit the plan: " + first
                + (others > 0 ? "; and " + others + " more, which --explain shows" : "")
                + CommandWords.cure(String.valueOf(failure.getMessage()));
    }

    /** A message without line breaks, and without what files are called while they are written. */
    private static String oneLine(String message) {
        return TEMPORARY
                .matcher(message)
                .replaceAll("")
                .lines()
                .map(String::strip)
                .collect(Collectors.joining(" "));
    }

    /** Whether the message of a failure is for users. */
    private static boolean isExplained(Throwable failure) {
        return failure instanceof IOException
                || failure instanceof IllegalArgumentException
                || failure instanceof UnsupportedOperationException;
    }

    /** Whether a failure is what Ctrl-C leads to: an interrupted thread stops, or closes the file that it reads or writes. */
    private static boolean isInterruption(Throwable failure) {
        return failure instanceof CancellationException || failure instanceof ClosedByInterruptException;
    }
}
