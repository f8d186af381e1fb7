package org.initweights.cli;

import org.initweights.cli.output.Output;
import org.initweights.cli.output.Progress;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The command line as a whole. */
@Command(
        name = "initweights",
        description = "Plans, checkpoints and reports of initial weights.",
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT,
        versionProvider = Version.class,
        subcommandsRepeatable = false,
        subcommands = {
            PlanCommand.class,
            InitCommand.class,
            ConvertCommand.class,
            InspectCommand.class,
            DiffCommand.class,
            ReportCommand.class,
            CompletionCommand.class,
            HelpCommand.class
        },
        sortOptions = false,
        usageHelpAutoWidth = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            " 0:done; of diff: equal",
            " 1:of diff alone: different",
            " 2:wrong usage, a file that cannot be read or written, a plan that says too little, weights that do not fit",
            "130:interrupted; init goes on when it is run again"
        },
        exitCodeOnExecutionException = 2)
final class InitWeightsCommand implements Runnable, Output.Host {

    private final Progress.Display display;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--debug",
            scope = ScopeType.INHERIT,
            order = 100,
            description = "Show where in the program an error came from.")
    private boolean debug;

    private InitWeightsCommand(Progress.Display display) {
        this.display = display;
    }

    /** The command line, which writes to the standard streams unless it is told otherwise. */
    static CommandLine commandLine(Progress.Display display) {
        InitWeightsCommand command = new InitWeightsCommand(display);
        return new CommandLine(command)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler(Failures::wrongUsage)
                .setExecutionExceptionHandler(
                        (failure, line, arguments) -> Failures.failed(failure, line, command.debug));
    }

    @Override
    public Progress.Display display() {
        return display;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Which command?");
    }
}
