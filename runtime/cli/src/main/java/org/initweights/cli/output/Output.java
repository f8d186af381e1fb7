package org.initweights.cli.output;

import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi.Style;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Where a command writes: results go to standard output; progress and remarks, which are only for people, go to standard error. */
public final class Output {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Option(
            names = {"-q", "--quiet"},
            description = "Neither progress nor notes on standard error.")
    private boolean quiet;

    /** What a whole command line has in common. */
    public interface Host {

        /** Where progress is shown. */
        Progress.Display display();
    }

    /** A line of the result. */
    public void line(String text) {
        out().println(text);
    }

    /** A table of the result. */
    public void table(Table table) {
        table.lines(this::heading).forEach(this::line);
    }

    /** The result as data. */
    public void json(Record data) {
        line(Json.text(data));
    }

    /** Text that stands out, where there are colours. */
    public String heading(String text) {
        return line().getColorScheme().ansi().enabled() ? Style.on(Style.bold) + text + Style.on(Style.reset) : text;
    }

    /** A line for the people who wait. */
    public void note(String text) {
        if (!quiet) {
            line().getErr().println(text);
        }
    }

    /** What went wrong; it is written in quiet mode too. */
    public void problem(String text) {
        line().getErr().println(line().getColorScheme().errorText("initweights: " + text));
    }

    /** Begins a long piece of work, whose length in bytes is given. */
    public Progress progress(String work, long bytes) {
        return !quiet && command.root().userObject() instanceof Host host
                ? host.display().begin(work, bytes)
                : Progress.NONE;
    }

    private PrintWriter out() {
        return line().getOut();
    }

    private CommandLine line() {
        return command.commandLine();
    }
}
