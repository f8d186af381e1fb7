package org.initweights.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.initweights.Initializers;
import org.initweights.Plan;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** No command replaces what it reads, or a file of another kind. */
class DestinationTest {

    @TempDir
    Path folder;

    @BeforeEach
    void writeFiles() throws IOException {
        Path plan = Plans.small(folder);
        Files.copy(plan, folder.resolve("other.json"));
        CommandRun.of("init", plan, "-o", folder.resolve("m.safetensors"), "-q");
        CommandRun.of("init", plan, "-o", folder.resolve("b.safetensors"), "-q");
        CommandRun.of("init", plan, "-o", folder.resolve("s.safetensors"), "-q", "--max-shard-size", "1KB");
        CommandRun.of("convert", folder.resolve("m.safetensors"), folder.resolve("a.npz"), "-q");
        Files.copy(folder.resolve("m.safetensors"), folder.resolve("nameless"));
        Files.createSymbolicLink(folder.resolve("link.safetensors"), Path.of("m.safetensors"));
        Files.createSymbolicLink(folder.resolve("report.txt"), Path.of("m.safetensors"));
        Files.createLink(folder.resolve("hard.safetensors"), folder.resolve("m.safetensors"));
        Files.writeString(folder.resolve("config.json"), "{\"model_type\": \"llama\"}");
        Files.writeString(folder.resolve("notes.txt"), "notes");
        Plans.written(
                folder.resolve("begins.json"),
                Plan.of(p -> p.tensor(
                        "fc.bias",
                        Initializers.from(folder.resolve("m.safetensors")).copy("fc.bias"),
                        8)));
        Path classes = Files.createDirectories(folder.resolve("classes/META-INF/initweights"));
        Files.writeString(classes.resolve("acme.A.json"), """
                {"model": "acme.A", "members": [{"name": "w", "shape": [2], "dtype": "F32", "rule": {"type": "constant", "value": 0.0}}]}
                """);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        report m.safetensors -o m.safetensors                  | it would replace
        report m.safetensors -o ./m.safetensors                | it would replace
        report m.safetensors -o link.safetensors               | it would replace
        report m.safetensors -o hard.safetensors               | it would replace
        report m.safetensors -o report.txt                     | it would replace
        report link.safetensors -o m.safetensors               | it would replace
        report s.safetensors.index.json -o s.safetensors.index.json | it would replace
        report s.safetensors -o s-00001-of-00002.safetensors   | it would replace
        report small.json -o small.json                        | it would replace
        report m.safetensors --plan small.json -o small.json   | it would replace
        report nameless -o nameless                            | it would replace
        report m.safetensors -o b.safetensors                  | it is a file of weights, and a report does not replace it
        report m.safetensors -o a.npz                          | it is a file of weights, and a report does not replace it
        report m.safetensors -o nameless                       | it is a file of weights, and a report does not replace it
        report m.safetensors -o s.safetensors.index.json       | it is a file of weights, and a report does not replace it
        report m.safetensors -o other.json                     | it is a plan, and a report does not replace it
        report m.safetensors -o config.json                    | it is a file of JSON, and a report does not replace it
        report m.safetensors -o new.gguf                       | this is the name of a file of weights, and a report is none
        plan small.json -o small.json                          | it would replace
        plan small.json -o m.safetensors                       | it is a file of weights, and a plan does not replace it
        plan small.json -o config.json                         | it is a file of JSON, and a plan does not replace it
        plan small.json -o notes.txt                           | it is no file of this library, and a plan does not replace it
        plan classes -o classes/META-INF/initweights/acme.A.json | it would replace
        init small.json -o small.json                          | it would replace
        init small.json -o small.json --force                  | it would replace
        init small.json -o other.json --force                  | it is a plan, and a checkpoint does not replace it
        init small.json -o notes.txt --force                   | it is no file of this library, and a checkpoint does not replace it
        init small.json --from m.safetensors -o m.safetensors --force    | it would replace
        init small.json --from m.safetensors -o link.safetensors --force | it would replace
        init small.json --from s.safetensors -o s.safetensors --force    | it would replace
        init small.json --from s.safetensors.index.json -o s.safetensors --force | it would replace
        init begins.json -o m.safetensors --force              | it would replace
        init small.json -o m.safetensors                       | it is there already; --force replaces it
        init small.json -o m.safetensors --restart             | it is there already; --force replaces it
        init small.json -o s.safetensors                       | s.safetensors.index.json: it is there already; --force replaces it
        convert m.safetensors m.safetensors --force            | it would replace
        convert m.safetensors link.safetensors --force         | it would replace
        convert s.safetensors s.safetensors --force            | it would replace
        convert s-00001-of-00002.safetensors s.safetensors --force | it would replace
        convert a.npz a.npz --force                            | it would replace
        convert m.safetensors b.safetensors                    | it is there already; --force replaces it
        """)
    void isRefusedInOneLineAndLeftAlone(String command, String reason) throws IOException {
        Map<Path, String> before = contents();
        CommandRun run = run(command);
        assertThat(run.failure()).startsWith("2: initweights: " + folder).contains(reason);
        assertThat(run.err().lines()).hasSize(1);
        assertThat(run.out()).isEmpty();
        assertThat(contents()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "report m.safetensors -o notes.txt",
                "report m.safetensors -o new.html",
                "plan small.json -o other.json",
                "plan small.json -o new.txt",
                "init small.json -o m.safetensors --force",
                "init small.json -o s.safetensors --force",
                "init small.json -o nameless --force",
                "init small.json -o new",
                "init small.json --from s.safetensors -o m.safetensors --force",
                "convert m.safetensors b.safetensors --force",
                "convert m.safetensors a.npz --force",
                "convert s.safetensors new.safetensors"
            })
    void whatIsOfTheSameKindIsReplaced(String command) {
        assertThat(run(command)).matches(run -> run.exitCode() == 0);
    }

    @Test
    void linksThatLeadInACircleAreRefused() throws IOException {
        Files.createSymbolicLink(folder.resolve("l1.safetensors"), Path.of("l2.safetensors"));
        Files.createSymbolicLink(folder.resolve("l2.safetensors"), Path.of("l1.safetensors"));
        for (String command : List.of("init small.json -o l1.safetensors", "convert m.safetensors l1.safetensors")) {
            assertThat(run(command).failure())
                    .startsWith("2: initweights: " + folder.resolve("l1.safetensors"))
                    .contains("its symbolic links lead in a circle");
        }
    }

    @Test
    void anEmptyFileIsReplaced() throws IOException {
        Files.createFile(folder.resolve("empty"));
        assertThat(run("plan small.json -o empty").exitCode()).isZero();
    }

    private CommandRun run(String command) {
        return CommandRun.of((Object[]) Arrays.stream(command.strip().split(" +"))
                .map(word -> word.matches("[a-z].*\\..*|nameless|new|empty|classes.*")
                        ? folder + "/" + word
                        : word.replaceFirst("^\\./", folder + "/../" + folder.getFileName() + "/"))
                .toArray(String[]::new));
    }

    private Map<Path, String> contents() throws IOException {
        Map<Path, String> contents = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                contents.put(file, Arrays.toString(Files.readAllBytes(file)));
            }
        }
        return contents;
    }
}
