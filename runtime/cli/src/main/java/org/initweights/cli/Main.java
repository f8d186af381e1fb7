package org.initweights.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.initweights.cli.output.CheckedOutput;
import org.initweights.cli.output.Progress;
import org.initweights.cli.output.ProgressBar;
import org.initweights.cli.output.Terminal;
import picocli.CommandLine;

/** Runs the command line. */
public final class Main {

    private Main() {}

    /** Runs a command and ends the JVM with its exit code. */
    public static void main(String[] args) {
        System.setProperty("java.awt.headless", "true");
        System.exit(run(new FileOutputStream(FileDescriptor.out), new FileOutputStream(FileDescriptor.err), args));
    }

    /** Runs a command. What it printed has arrived, or it has failed: that holds for all commands, and for their help. */
    static int run(OutputStream standardOutput, OutputStream standardError, String... args) {
        CheckedOutput checked = new CheckedOutput(standardOutput);
        PrintWriter out = utf8(checked);
        PrintWriter err = utf8(standardError);
        Progress.Display display = Terminal.showsErrors()
                ? (work, bytes) -> new ProgressBar(err, work, bytes, System::nanoTime)
                : (work, bytes) -> Progress.NONE;
        CommandLine line = InitWeightsCommand.commandLine(display).setOut(out).setErr(err);
        int exitCode = line.execute(args);
        out.flush();
        return checked.failure()
                .map(reason -> Failures.lost(reason, exitCode, line))
                .orElse(exitCode);
    }

    /** Reports have bars in Unicode, whatever the locale of a container is. */
    private static PrintWriter utf8(OutputStream stream) {
        return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), true);
    }
}
