package org.initweights.cli.output;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Help.Ansi;

/** Whether standard error is a terminal. */
public final class Terminal {

    private static final Path STANDARD_ERROR = Path.of("/proc/self/fd/2");

    private Terminal() {}

    /** Whether people see what is written to standard error while it is written. */
    public static boolean showsErrors() {
        if ("dumb".equals(System.getenv("TERM"))) {
            return false;
        }
        try {
            // Java knows only of standard input and output together; Linux says what each of them is.
            return Files.exists(STANDARD_ERROR.getParent())
                    ? Files.readSymbolicLink(STANDARD_ERROR).toString().matches("/dev/(pts/|tty|console).*")
                    : Ansi.AUTO.enabled();
        } catch (IOException e) {
            return false;
        }
    }
}
