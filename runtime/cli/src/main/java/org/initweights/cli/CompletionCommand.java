package org.initweights.cli;

import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Prints the script that makes shells complete the command. */
@Command(
        name = "completion",
        description = "Print a script for bash and zsh that completes commands, options and files.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  alias initweights='java -jar initweights.jar'",
            "  source <(initweights completion)",
        })
final class CompletionCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine()
                .getOut()
                .print(AutoComplete.bash("initweights", spec.root().commandLine()));
        spec.commandLine().getOut().flush();
    }
}
