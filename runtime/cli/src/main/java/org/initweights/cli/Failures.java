package org.initweights.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.util.concurrent.CancellationException;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says in a line what went wrong. */
final class Failures {

    /** What a shell gives a program that Ctrl-C ended. */
    static final int INTERRUPTED = 130;

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
        print(line, message(failure));
        if (withTrace) {
            failure.printStackTrace(line.getErr());
        }
        return isInterruption(failure) ? INTERRUPTED : line.getCommandSpec().exitCodeOnExecutionException();
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
            return there.getFile() + ": it is there already";
        }
        String message = failure.getMessage();
        return message == null || !isExplained(failure) ? failure.toString() : message;
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
