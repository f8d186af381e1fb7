package org.initweights.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.initweights.DType;
import org.initweights.Initializers;
import org.initweights.Plan;
import org.initweights.cli.WeightFiles.Raw;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What shows only in a process of its own: little memory, other languages, and a sudden end. */
class ChildProcessTest {

    private static final int ROWS = 6000;
    private static final int COLUMNS = 8000;

    @TempDir
    Path folder;

    /** 192 MB of {@code F32} with the elements 0, 1, 2 and so on, rounded. */
    private Path large() throws IOException {
        Path file = folder.resolve("large.safetensors");
        long bytes = (long) ROWS * COLUMNS * Float.BYTES;
        byte[] header = ("{\"w\":{\"dtype\":\"F32\",\"shape\":[" + ROWS + "," + COLUMNS + "],\"data_offsets\":[0,"
                        + bytes + "]}}")
                .getBytes(StandardCharsets.UTF_8);
        try (OutputStream out = Files.newOutputStream(file)) {
            out.write(ByteBuffer.allocate(Long.BYTES)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putLong(header.length)
                    .array());
            out.write(header);
            ByteBuffer row = ByteBuffer.allocate(COLUMNS * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
            for (int i = 0; i < ROWS; i++) {
                row.clear();
                for (int j = 0; j < COLUMNS; j++) {
                    row.putFloat(i * COLUMNS + j);
                }
                out.write(row.array());
            }
        }
        return file;
    }

    @Test
    void aFileLargerThanTheHeapIsConvertedAndBegunWith() throws Exception {
        Path large = large();
        Path turned = folder.resolve("turned.npz");
        Path back = folder.resolve("back.safetensors");
        assertThat(small("convert", large, turned, "--transpose", "w").exitCode())
                .isZero();
        assertThat(small("convert", turned, back, "--transpose", "w").exitCode())
                .isZero();
        assertThat(Files.size(turned)).isGreaterThan(Files.size(large));
        // The header has metadata now; the elements are the last bytes.
        long data = (long) ROWS * COLUMNS * Float.BYTES;
        assertThat(tail(back, data)).isEqualTo(tail(large, data));
        Path plan = Plans.written(
                folder.resolve("plan.json"),
                Plan.of(p -> p.tensor("w", DType.BF16, Initializers.zeros(), ROWS, COLUMNS)
                        .tensor("head", Initializers.ones(), 3)));
        Path begun = folder.resolve("begun.safetensors");
        CommandRun run =
                small("init", plan, "--from", turned, "-o", begun, "--transpose", "w", "--convert", "--rest", "seeded");
        assertThat(run.exitCode()).as(run.err()).isZero();
        Path half = folder.resolve("half.safetensors");
        small("convert", large, half, "--dtype", "bf16");
        CommandRun diff = small("diff", half, begun);
        assertThat(diff.out()).contains("head    only in").contains("1 of 2 tensors differ");
    }

    private CommandRun small(Object... arguments) throws IOException, InterruptedException {
        return ChildProcess.start(folder, List.of("-Xmx64m"), arguments).result();
    }

    /** A digest of the last bytes of a file, of every element: they have positions. */
    private static long tail(Path file, long bytes) throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            CRC32 crc = new CRC32();
            ByteBuffer piece = ByteBuffer.allocate(1 << 20);
            channel.position(channel.size() - bytes);
            while (channel.read(piece.clear()) > 0) {
                crc.update(piece.flip());
            }
            return crc.getValue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"tr", "ar", "th"})
    void anotherLanguageChangesNothing(String language) throws Exception {
        Path in = WeightFiles.safetensors(
                folder.resolve("IN.SAFETENSORS"),
                Map.of("layer.0.I", Raw.f32(List.of(1L, 2L), 1.5f, -1e30f)),
                Map.of());
        List<String> options =
                List.of("-Duser.language=" + language, "-Duser.country=" + (language.equals("ar") ? "EG" : "TR"));
        Path out = folder.resolve("OUT.SAFETENSORS");
        CommandRun run = ChildProcess.start(
                        folder,
                        options,
                        "convert",
                        in,
                        out,
                        "--dtype",
                        "bf16",
                        "--permute",
                        "I=1,0",
                        "--shard-size",
                        "5GiB")
                .result();
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.lines())
                .contains(
                        "layer.0.I  layer.0.I  F32 to BF16, axes [1, 0]       1",
                        out + ": 1 tensor, 8 B read from " + in);
        Path plan = Plans.written(
                folder.resolve("p.json"), Plan.of(p -> p.tensor("layer.0.I", DType.BF16, Initializers.zeros(), 2, 1)));
        CommandRun begun = ChildProcess.start(
                        folder, options, "init", plan, "--from", out, "-o", "m.safetensors", "--rest", "SEEDED:1")
                .result();
        assertThat(begun.exitCode()).as(begun.err()).isZero();
    }

    @Test
    void aKilledConversionLeavesTheOldOrTheNewCheckpoint() throws Exception {
        Path large = large();
        Path file = folder.resolve("model.safetensors");
        Random random = new Random(7);
        int killed = 0;
        for (int kill = 0; kill < 6; kill++) {
            WeightFiles.safetensors(file, Map.of("w", Raw.f32(List.of(2L), 1, 2)), Map.of());
            Object[] arguments = kill % 2 == 0
                    ? new Object[] {"convert", large, file, "--force", "--dtype", "bf16"}
                    : new Object[] {"convert", large, file, "--force", "--shard-size", "1MB", "--prefix", "m."};
            ChildProcess child = ChildProcess.start(folder, List.of("-Xmx64m"), arguments);
            while (child.process().isAlive() && !hasTemporary()) {
                Thread.sleep(1);
            }
            child.process().waitFor(random.nextInt(kill == 0 ? 1 : 300), TimeUnit.MILLISECONDS);
            killed += child.process().isAlive() ? 1 : 0;
            child.process().destroyForcibly().waitFor();
            CommandRun found = CommandRun.of("inspect", "--no-statistics", file);
            assertThat(found.exitCode()).as(found.err()).isZero();
            assertThat(found.out()).containsAnyOf("F32    [2] ", "[6000, 8000]");
        }
        assertThat(killed).as("killed while they wrote").isPositive();
        assertThat(CommandRun.of("convert", large, file, "--force").exitCode()).isZero();
        assertThat(folder).isDirectoryNotContaining("glob:**.tmp");
        assertThat(CommandRun.of("diff", large, file).exitCode()).isZero();
    }

    @Test
    void anInterruptedConversionSaysSoAndLeavesNothing() throws Exception {
        Path large = large();
        ChildProcess child =
                ChildProcess.start(folder, List.of("-Xmx64m"), "convert", large, "new.safetensors", "--transpose", "w");
        while (child.process().isAlive() && !hasTemporary()) {
            Thread.sleep(5);
        }
        // As Ctrl-C does, which shells let background processes ignore.
        child.process().destroy();
        CommandRun run = child.result();
        assertThat(run.exitCode()).isNotZero();
        assertThat(run.err()).contains("interrupted; new.safetensors is as it was before");
        assertThat(folder).isDirectoryNotContaining("glob:**new.safetensors*");
    }

    @Test
    void aKilledBeginningIsContinuedToTheSameBytes() throws Exception {
        Path large = large();
        Path plan = Plans.written(folder.resolve("plan.json"), Plan.of(p -> {
            p.tensor("w", DType.F16, Initializers.zeros(), ROWS, COLUMNS);
            for (int layer = 0; layer < 10; layer++) {
                p.tensor("head." + layer, Initializers.normal(0, 1), 1000, 1000);
            }
        }));
        Object[] arguments = {
            "init", plan, "--from", large, "-o", folder.resolve("m.safetensors"), "--convert", "--rest", "torch:3"
        };
        ChildProcess child = ChildProcess.start(folder, List.of(), arguments);
        while (child.process().isAlive() && !Files.exists(folder.resolve("m.safetensors.journal"))) {
            Thread.sleep(5);
        }
        child.process().waitFor(300, TimeUnit.MILLISECONDS);
        child.process().destroyForcibly().waitFor();
        assertThat(folder.resolve("m.safetensors")).doesNotExist();
        CommandRun resumed = CommandRun.of(arguments);
        assertThat(resumed.exitCode()).as(resumed.err()).isZero();
        assertThat(resumed.err()).contains("going on where an interrupted run stopped");
        assertThat(resumed.out()).contains("F32 to F16, 47,934,480 elements became infinite");
        Path whole = folder.resolve("whole.safetensors");
        CommandRun.of("init", plan, "--from", large, "-o", whole, "--convert", "--rest", "torch:3");
        assertThat(folder.resolve("m.safetensors")).hasSameBinaryContentAs(whole);
    }

    private boolean hasTemporary() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.anyMatch(file -> file.toString().endsWith(".tmp"));
        }
    }
}
