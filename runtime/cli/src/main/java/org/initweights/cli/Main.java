package org.initweights.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.initweights.cli.output.Progress;
import org.initweights.cli.output.ProgressBar;
import org.initweights.cli.output.Terminal;

/** Runs the command line. */
public final class Main {

    private Main() {}

    /** Runs a command and ends the JVM with its exit code. */
    public static void main(String[] args) {
        System.setProperty("java.awt.headless", "true");
        PrintWriter err = utf8(FileDescriptor.err);
        Progress.Display display = Terminal.showsErrors()
                ? (work, bytes) -> new ProgressBar(err, work, bytes, System::nanoTime)
                : (work, bytes) -> Progress.NONE;
        int exitCode = InitWeightsCommand.commandLine(display)
                .setOut(utf8(FileDescriptor.out))
                .setErr(err)
                .execute(args);
        System.exit(exitCode);
    }

    /** Reports have bars in Unicode, whatever the locale of a container is. */
    private static PrintWriter utf8(FileDescriptor stream) {
        return new PrintWriter(new OutputStreamWriter(new FileOutputStream(stream), StandardCharsets.UTF_8), true);
    }
}
