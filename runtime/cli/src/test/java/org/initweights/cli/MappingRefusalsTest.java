package org.initweights.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.initweights.Initializers;
import org.initweights.Plan;
import org.initweights.cli.WeightFiles.Array;
import org.initweights.cli.WeightFiles.Raw;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What commands refuse: with exit code 2, in one line, and without a trace in the folder. */
class MappingRefusalsTest {

    @TempDir
    Path folder;

    @BeforeEach
    void writeFiles() throws IOException {
        Path in = WeightFiles.safetensors(
                folder.resolve("in.safetensors"),
                Map.of("a.0.weight", Raw.f32(List.of(2L), 1, 2), "a.1.weight", Raw.f32(List.of(2L), 3, 4)),
                Map.of());
        byte[] whole = Files.readAllBytes(in);
        Files.write(folder.resolve("cut.safetensors"), Arrays.copyOf(whole, whole.length - 3));
        Files.writeString(folder.resolve("text.safetensors"), "no weights at all");
        Map<String, Array> object = Map.of("o", new Array("|O", false, "(1,)", new byte[] {1, 2, 3}));
        WeightFiles.npz(folder.resolve("object.npz"), ZipEntry.DEFLATED, object);
        Path npz = WeightFiles.npz(
                folder.resolve("good.npz"),
                ZipEntry.STORED,
                Map.of(
                        "w",
                        new Array("<f4", false, "(2,)", Raw.f32(List.of(), 1, 2).bytes())));
        byte[] archive = Files.readAllBytes(npz);
        Files.write(folder.resolve("cut.npz"), Arrays.copyOf(archive, archive.length / 2));
        WeightFiles.gguf(folder.resolve("model.gguf"));
        WeightFiles.safetensors(
                folder.resolve("small.safetensors"),
                Map.of("q", new Raw("F8_E4M3", List.of(2L), new byte[2])),
                Map.of());
        Files.writeString(folder.resolve("there.safetensors"), "mine");
        Files.createDirectory(folder.resolve("folder.safetensors"));
        Plans.written(folder.resolve("plan.json"), Plan.of(p -> p.tensor("a.0.weight", Initializers.zeros(), 2)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        convert missing.safetensors out.safetensors             | missing.safetensors: there is no such file
        convert text.safetensors out.safetensors                | text.safetensors: it
        convert cut.safetensors out.safetensors                 | its bytes go from
        convert cut.npz out.safetensors                         | cut.npz: it is no sound .npz file
        convert object.npz out.safetensors                      | o: cannot be read: its elements are '|O'
        convert model.gguf out.npz                              | blk.0.ffn.weight: cannot be read: it is quantised as Q8_0
        convert small.safetensors out.npz                       | q: NumPy has no type for F8_E4M3; safetensors has room for it
        convert in.safetensors there.safetensors                | there.safetensors: it is there already; --force replaces it
        convert in.safetensors folder.safetensors --force       | folder.safetensors: it is no regular file
        convert in.safetensors none/out.safetensors             | none: there is no such folder, so out.safetensors cannot be written there
        convert in.safetensors text.safetensors/out.safetensors | text.safetensors: it is no folder
        convert in.safetensors /proc/out.safetensors            | /proc/out.safetensors:
        convert in.safetensors out.bin                          | give a name that ends with .safetensors or .npz
        convert in.safetensors out.npz --shard-size 5GB         | --shard-size: an .npz file is always one
        convert in.safetensors out.safetensors --rename (=x     | --rename '(=x': Unclosed group at character 2
        convert in.safetensors out.safetensors --rename x       | --rename 'x': write REGEX=TEXT
        convert in.safetensors out.safetensors --rename a=$3    | --rename: the replacement "$3" does not fit "a" (groups: 0): No group 3
        convert in.safetensors out.safetensors --rename q=x     | --rename 'q=x': it changes no name of the file
        convert in.safetensors out.safetensors --rename \\d=x   | would both be a.x.weight in the model
        convert in.safetensors out.safetensors --without-prefix q. | --without-prefix 'q.'
        convert in.safetensors out.safetensors --transpose weight  | --transpose 'weight' is for tensors of 2 dimensions, and this is [2]
        convert in.safetensors out.safetensors --transpose bias    | --transpose 'bias': it matches no tensor of the file
        convert in.safetensors out.safetensors --permute weight=1,1 | --permute 'weight=1,1': [1, 1] is no order of axes
        convert in.safetensors out.safetensors --permute weight=0  | --permute 'weight=0': it leaves all axes where they are, so it changes nothing
        convert in.safetensors out.npz --permute a.0.weight=0      | --permute 'a.0.weight=0': it leaves all axes
        convert small.safetensors out.npz --explain             | q: NumPy has no type for F8_E4M3; safetensors has room for it
        inspect in.safetensors --permute weight=0               | it leaves all axes where they are
        init plan.json --from in.safetensors -o out.safetensors --ignore a.1.* --permute weight=0 | it leaves all axes where they are
        convert in.safetensors out.safetensors --permute weight    | --permute 'weight': write PATTERN=AXES
        convert in.safetensors out.safetensors --rename a.0.weight= | tensor "a.0.weight": nothing would be left of its name
        inspect in.safetensors --rename q=x                     | --rename 'q=x': it changes no name of the file
        diff in.safetensors in.safetensors --prefix x. --ignore b | --ignore 'b'
        init plan.json --from in.safetensors -o out.safetensors | a.1.weight: no parameter of the model; the file has F32 [2]; try --ignore 'a.*.weight'
        init plan.json --from good.npz -o out.safetensors --lenient | missing are [a.0.weight], which need --rest seeded
        init plan.json --from missing.npz -o out.safetensors    | missing.npz: there is no such file
        init plan.json -o out.safetensors --rename a=b          | give --from BASE
        init plan.json -o out.safetensors --rest seeded         | --rest is for weights that are there: give --from BASE
        init plan.json -o out.safetensors --explain             | give --from BASE
        init plan.json --from in.safetensors -o out.safetensors --source torch | --source and --from: what
        init plan.json --from in.safetensors -o out.safetensors --rest dice:6 | 'dice:6' is no source of random numbers
        init plan.json --from in.safetensors -o there.safetensors --rest seeded | there.safetensors: it is there already; --force replaces it
        """, quoteCharacter = '`')
    void inOneLine(String command, String reason) throws IOException {
        List<String> before = names();
        CommandRun run = CommandRun.of((Object[]) Arrays.stream(command.strip().split(" +"))
                .map(word -> before.contains(word) || word.matches("(missing|out|none|cut|text).*\\..*")
                        ? folder.resolve(word).toString()
                        : word)
                .toArray(String[]::new));
        assertThat(run.failure()).startsWith("2: initweights: ").contains(reason);
        assertThat(run.err().lines()).hasSize(1);
        assertThat(run.out()).isEmpty();
        assertThat(names()).isEqualTo(before);
        assertThat(folder.resolve("there.safetensors")).hasContent("mine");
    }

    @ParameterizedTest
    @CsvSource({"f8", "int8", "I32", "''"})
    void aTypeThatIsNone(String type) {
        CommandRun run = CommandRun.of("convert", folder.resolve("in.safetensors"), "x.npz", "--dtype", type);
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err())
                .contains("expected one of [F64, F32, F16, BF16] (case-insensitive) but was '" + type + "'");
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(Path::getFileName).map(String::valueOf).sorted().toList();
        }
    }
}
