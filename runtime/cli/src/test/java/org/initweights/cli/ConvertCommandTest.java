package org.initweights.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.initweights.cli.WeightFiles.Array;
import org.initweights.cli.WeightFiles.Contents;
import org.initweights.cli.WeightFiles.Raw;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConvertCommandTest {

    @TempDir
    Path folder;

    private Path in;
    private Path out;

    @BeforeEach
    void writeWeights() throws IOException {
        Map<String, Raw> tensors = new LinkedHashMap<>();
        tensors.put("model.h.0.weight", Raw.f32(List.of(2L, 3L), 1, 2, 3, 4, 5, 6));
        tensors.put("model.h.1.weight", Raw.f32(List.of(2L, 3L), 7, 8, 9, 10, 11, 1e30f));
        tensors.put("model.wte.weight", Raw.f32(List.of(2L), 0.5f, -0.1f));
        tensors.put("model.steps", Raw.i64(5, -6));
        in = WeightFiles.safetensors(
                folder.resolve("in.safetensors"),
                tensors,
                Map.of("format", "pt", "license", "mit", "model.lm_head.weight", "model.wte.weight"));
        out = folder.resolve("out.safetensors");
    }

    @Test
    void copiesEveryByteAndTheMetadata() throws IOException {
        assertThat(CommandRun.of("convert", in, out).exitCode()).isZero();
        Contents before = WeightFiles.read(in);
        Contents after = WeightFiles.read(out);
        assertThat(after.tensors().keySet()).isEqualTo(before.tensors().keySet());
        before.tensors().forEach((name, tensor) -> assertThat(after.get(name)).isEqualTo(tensor));
        assertThat(after.metadata()).containsAllEntriesOf(before.metadata());
    }

    @Test
    void changesNamesTypesAndAxesAndSaysWhatItDid() throws IOException {
        CommandRun run = CommandRun.of(
                "convert",
                in,
                out,
                "--dtype=f16",
                "--without-prefix",
                "model.",
                "--rename",
                "^h\\.(\\d+)=layers.$1",
                "--transpose",
                "layers.*.weight");
        assertThat(run.lines())
                .containsExactly(
                        "tensors          from              change                                              number",
                        "layers.*.weight  model.h.*.weight  F32 to F16, axes [1, 0], 1 element became infinite       2",
                        "wte.weight       model.wte.weight  F32 to F16                                               1",
                        "steps            model.steps       I64 as it is                                             1",
                        out + ": 4 tensors, 72 B read from " + in);
        Contents after = WeightFiles.read(out);
        Raw first = after.get("layers.0.weight");
        assertThat(first.shape()).containsExactly(3L, 2L);
        // 1, 4, 2, 5, 3, 6 in half precision.
        assertThat(first.bytes()).containsExactly(0, 0x3C, 0, 0x44, 0, 0x40, 0, 0x45, 0, 0x42, 0, 0x46);
        assertThat(after.get("steps").bytes()).isEqualTo(Raw.i64(5, -6).bytes());
        assertThat(after.metadata()).containsEntry("lm_head.weight", "wte.weight");
    }

    @Test
    void changesOfNamesAreMadeInTheirOrder() throws IOException {
        CommandRun.of("convert", in, out, "--prefix", "x.", "--rename", "^x\\.model=y", "--prefix", "z.");
        assertThat(WeightFiles.read(out).tensors()).containsKeys("z.y.h.0.weight", "z.y.steps");
        Path other = folder.resolve("other.safetensors");
        CommandRun.of("convert", in, other, "--rename", "(?<=model)\\.(?=h)=-", "--ignore", "steps");
        assertThat(WeightFiles.read(other).tensors().keySet())
                .containsExactlyInAnyOrder("model-h.0.weight", "model-h.1.weight", "model.wte.weight");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--explain", "--dry-run"})
    void aDryRunWritesNothing(String option) throws IOException {
        CommandRun run = CommandRun.of("convert", in, out, option, "--verbose", "--dtype", "bf16");
        assertThat(run.exitCode()).isZero();
        assertThat(run.lines())
                .contains("model.h.0.weight  model.h.0.weight  F32 to BF16", "nothing was written")
                .hasSize(6);
        assertThat(names()).containsExactly("in.safetensors");
    }

    @Test
    void writesShardsInPlaceOfASingleFileIfItMay() throws IOException {
        assertThat(CommandRun.of("convert", in, out).exitCode()).isZero();
        CommandRun refused = CommandRun.of("convert", in, out, "--shard-size", "40B");
        assertThat(refused.failure())
                .isEqualToIgnoringNewLines("2: initweights: " + out + ": it is there already; --force replaces it");
        assertThat(CommandRun.of("convert", in, out, "--shard-size", "40B", "--force")
                        .exitCode())
                .isZero();
        assertThat(names())
                .contains("out.safetensors.index.json", "out-00001-of-00003.safetensors")
                .doesNotContain("out.safetensors");
        assertThat(CommandRun.of("diff", in, out).lines()).containsExactly("equal: 4 tensors");
        assertThat(CommandRun.of("convert", in, out).failure()).contains("out.safetensors.index.json: it is there");
        Path again = folder.resolve("again.safetensors");
        assertThat(CommandRun.of("convert", out, again).exitCode()).isZero();
        assertThat(WeightFiles.read(again).metadata())
                .containsEntry("license", "mit")
                .doesNotContainKey("save_id");
    }

    @ParameterizedTest
    @ValueSource(ints = {ZipEntry.STORED, ZipEntry.DEFLATED})
    void readsArraysOfBothOrdersOfBytesAndAxes(int method) throws IOException {
        Map<String, Array> arrays = new LinkedHashMap<>();
        arrays.put(
                "fortran",
                new Array(
                        "<f4",
                        true,
                        "(2, 3)",
                        Raw.f32(List.of(), 1, 4, 2, 5, 3, 6).bytes()));
        arrays.put("big", new Array(">f4", false, "(2,)", bigEndian(1.5f, -2)));
        arrays.put("both", new Array(">f4", true, "(1, 2, 2)", bigEndian(1, 3, 2, 4)));
        arrays.put("none", new Array("<f4", false, "(0, 3)", new byte[0]));
        arrays.put("flags", new Array("|b1", false, "(3,)", new byte[] {1, 0, 1}));
        Path npz = WeightFiles.npz(folder.resolve("in.npz"), method, arrays);
        assertThat(CommandRun.of("convert", npz, out).exitCode()).isZero();
        Contents tensors = WeightFiles.read(out);
        assertThat(tensors.get("fortran").shape()).containsExactly(2L, 3L);
        assertThat(tensors.get("fortran").floats()).containsExactly(1, 2, 3, 4, 5, 6);
        assertThat(tensors.get("big").floats()).containsExactly(1.5f, -2);
        assertThat(tensors.get("both").floats()).containsExactly(1, 2, 3, 4);
        assertThat(tensors.get("none").shape()).containsExactly(0L, 3L);
        assertThat(tensors.get("flags").type()).isEqualTo("BOOL");

        Path turned = folder.resolve("turned.safetensors");
        CommandRun.of("convert", npz, turned, "--permute", "both=2,0,1", "--transpose", "fortran", "--ignore", "none");
        Contents others = WeightFiles.read(turned);
        assertThat(others.get("fortran").floats()).containsExactly(1, 4, 2, 5, 3, 6);
        assertThat(others.get("both").shape()).containsExactly(2L, 1L, 2L);
        assertThat(others.get("both").floats()).containsExactly(1, 3, 2, 4);
    }

    private static byte[] bigEndian(float... values) {
        ByteBuffer bytes = ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.BIG_ENDIAN);
        for (float value : values) {
            bytes.putFloat(value);
        }
        return bytes.array();
    }

    @Test
    void anArchiveAndBackGivesTheSameAndSaysThatMetadataIsLost() throws IOException {
        Path npz = folder.resolve("out.npz");
        assertThat(CommandRun.of("convert", in, npz).err())
                .contains("left out: the metadata, for which an .npz file has no place");
        assertThat(CommandRun.of("convert", npz, out).exitCode()).isZero();
        Contents after = WeightFiles.read(out);
        WeightFiles.read(in)
                .tensors()
                .forEach((name, tensor) -> assertThat(after.get(name)).isEqualTo(tensor));
        assertThat(after.metadata()).containsEntry("format", "pt");
        assertThat(CommandRun.of("inspect", "--no-statistics", npz).lines())
                .contains("model.steps       I64    [2]            2");
        assertThat(CommandRun.of("report", npz).out()).contains("model.h.0.weight  [2, 3]");
    }

    @Test
    void leavesOutWhatIsQuantisedIfItMay() throws IOException {
        Path gguf = WeightFiles.gguf(folder.resolve("model.gguf"));
        assertThat(CommandRun.of("convert", gguf, out).failure())
                .startsWith("2: initweights: " + gguf + ": blk.0.ffn.weight: cannot be read: it is quantised as Q8_0")
                .contains("--skip-unreadable leaves it out");
        assertThat(out).doesNotExist();
        CommandRun run = CommandRun.of("convert", gguf, out, "--skip-unreadable");
        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("left out: blk.0.ffn.weight: cannot be read: it is quantised as Q8_0");
        Contents after = WeightFiles.read(out);
        assertThat(after.tensors().keySet()).containsExactly("token_embd.weight");
        assertThat(after.get("token_embd.weight").floats()).containsExactly(1.5f, -2);
        assertThat(after.metadata()).containsEntry("general.architecture", "llama");
        assertThat(CommandRun.of("inspect", gguf).lines())
                .contains("general.architecture: llama")
                .anyMatch(line -> line.startsWith("blk.0.ffn.weight: cannot be read"));
    }

    @Test
    void inspectAndDiffChangeNamesInTheSameWay() throws IOException {
        assertThat(CommandRun.of("inspect", "--names-only", "--without-prefix", "model.", in)
                        .lines())
                .containsExactly("h.0.weight", "h.1.weight", "wte.weight", "steps");
        CommandRun.of("convert", in, out, "--without-prefix", "model.", "--transpose", "h.*.weight");
        assertThat(CommandRun.of("diff", in, out).exitCode()).isEqualTo(1);
        assertThat(CommandRun.of("diff", "--without-prefix", "model.", "--transpose", "h.*.weight", in, out)
                        .lines())
                .containsExactly("equal: 4 tensors");
    }

    /** NumPy has no bfloat16. The type is that of the header of the array. */
    @ParameterizedTest
    @ValueSource(strings = {"--verbose", "--explain"})
    void saysWhichTypesAnArchiveHas(String option) throws IOException {
        Path half = folder.resolve("half.safetensors");
        CommandRun.of("convert", in, half, "--dtype", "BF16", "-q");
        Path arrays = folder.resolve("half.npz");
        CommandRun run =
                CommandRun.of("convert", half, arrays, "--verbose", option.equals("--verbose") ? "-q" : option);
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out())
                .contains("model.h.0.weight  model.h.0.weight  BF16 to F32")
                .doesNotContain("BF16 as it is");
        CommandRun rounded = CommandRun.of("convert", in, folder.resolve("r.npz"), "--dtype", "BF16", "--explain");
        assertThat(rounded.out())
                .contains("F32 to BF16, stored as F32", "I64 as it is")
                .doesNotContain("F32 as it is");
    }

    /** To leave some tensors alone that another option would turn is a change. */
    @Test
    void axesMayBeLeftWhereAnotherOptionWouldMoveThem() throws IOException {
        CommandRun run = CommandRun.of(
                "convert", in, out, "-q", "--transpose", "**.h.*.weight", "--permute", "model.h.1.weight=0,1");
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(WeightFiles.read(out).get("model.h.0.weight").shape()).containsExactly(3L, 2L);
        assertThat(WeightFiles.read(out).get("model.h.1.weight").shape()).containsExactly(2L, 3L);
    }

    @Test
    void showsProgressInATerminal() {
        assertThat(CommandRun.inTerminal("convert", in, out).err())
                .contains("convert ")
                .contains("of 72 B");
        assertThat(CommandRun.inTerminal("convert", in, folder.resolve("o.npz"), "-q")
                        .err())
                .isEmpty();
    }

    @Test
    void completionKnowsTheNewOptions() {
        assertThat(CommandRun.of("completion").out())
                .contains("_picocli_initweights_convert", "--skip-unreadable", "--without-prefix", "--rest");
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(Path::getFileName).map(String::valueOf).sorted().toList();
        }
    }
}
