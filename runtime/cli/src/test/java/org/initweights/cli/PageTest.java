package org.initweights.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.initweights.cli.output.Progress;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** The page of the command line has the commands and options that there are, and no others. */
class PageTest {

    private static final Pattern OPTION = Pattern.compile("--[a-z][a-z-]+");

    /** Options that need no page, or are there by their letter. */
    private static final Set<String> USUAL = Set.of("--help", "--output", "--version");

    @Test
    void hasEachCommandAndOption() throws IOException {
        String page = Files.readString(Path.of("../docs/cli.md"));
        CommandLine line = InitWeightsCommand.commandLine((work, bytes) -> Progress.NONE);
        Set<String> options = new TreeSet<>();
        line.getSubcommands().forEach((name, command) -> {
            if (!name.equals("help")) {
                assertThat(page).contains("| `" + name);
            }
            command.getCommandSpec().options().forEach(option -> options.add(option.longestName()));
        });
        Set<String> named =
                OPTION.matcher(page).results().map(MatchResult::group).collect(Collectors.toSet());
        assertThat(named).containsAll(difference(options, USUAL));
        line.getSubcommands()
                .values()
                .forEach(command ->
                        command.getCommandSpec().optionsMap().keySet().forEach(options::add));
        assertThat(difference(named, options)).isEmpty();
    }

    private static Set<String> difference(Set<String> all, Set<String> without) {
        Set<String> rest = new TreeSet<>(all);
        rest.removeAll(without);
        return rest;
    }
}
