package org.initweights.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.initweights.cli.output.Progress;
import org.initweights.cli.output.ProgressBar;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/** What a command did: its exit code, and what it wrote to the standard streams. */
record CommandRun(int exitCode, String out, String err) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Runs a command as where nobody looks. */
    static CommandRun of(Object... arguments) {
        return run(InitWeightsCommand.commandLine((work, bytes) -> Progress.NONE), new StringWriter(), arguments);
    }

    /** Runs a command as in a terminal with colours, in which every step takes a second. */
    static CommandRun inTerminal(Object... arguments) {
        StringWriter err = new StringWriter();
        PrintWriter terminal = new PrintWriter(err);
        long[] now = {0};
        Progress.Display display =
                (work, bytes) -> new ProgressBar(terminal, work, bytes, () -> now[0] += 1_000_000_000);
        CommandLine line =
                InitWeightsCommand.commandLine(display).setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.ON));
        return run(line, err, arguments);
    }

    private static CommandRun run(CommandLine line, StringWriter err, Object... arguments) {
        StringWriter out = new StringWriter();
        int exitCode = line.setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(Arrays.stream(arguments).map(String::valueOf).toArray(String[]::new));
        return new CommandRun(exitCode, out.toString(), err.toString());
    }

    /** The standard output as JSON. */
    JsonNode json() {
        try {
            return JSON.readTree(out);
        } catch (JsonProcessingException e) {
            throw new AssertionError(out, e);
        }
    }

    /** The lines of the standard output. */
    List<String> lines() {
        return out.lines().toList();
    }

    /** {@code exit code 2: …} and the standard error. */
    String failure() {
        return String.format(Locale.ROOT, "%d: %s", exitCode, err);
    }
}
