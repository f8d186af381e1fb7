package org.initweights.processor.report;

import java.io.PrintWriter;
import java.io.StringWriter;

/** What the user is told when the processor itself fails. */
public final class Failure {

    private Failure() {}

    /**
     * The message: one line, or with {@link Options#DEBUG} the stack trace.
     *
     * @param what the first words, which say what failed
     */
    public static String message(String what, Throwable failure, Options options) {
        if (options.isOn(Options.DEBUG)) {
            StringWriter trace = new StringWriter();
            failure.printStackTrace(new PrintWriter(trace, true));
            return what + ": " + trace + "[Internal]";
        }
        return what + " (" + failure.toString().replaceAll("\\R", " ") + "); " + cure(failure)
                + ", with the output of -A" + Options.DEBUG + " [Internal]";
    }

    private static String cure(Throwable failure) {
        return failure instanceof LinkageError
                ? "is initweights-core, of the same version as the processor, on the processor path too? If it is, please report this"
                : "that is a bug of ours: please report it";
    }
}
