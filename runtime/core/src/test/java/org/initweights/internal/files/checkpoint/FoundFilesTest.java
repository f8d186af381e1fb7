package org.initweights.internal.files.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.initweights.DType;
import org.initweights.Parameter;
import org.initweights.internal.files.safetensors.SaveId;
import org.initweights.io.CheckpointException;
import org.initweights.io.SaveOptions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files full of zeros, whose journal says that all is complete. */
class FoundFilesTest {

    private static final List<Parameter> PARAMETERS =
            List.of(PlannedTensors.of("a", DType.F32, 3), PlannedTensors.of("b", DType.F32, 3));

    private static final long SINGLE = Long.MAX_VALUE;
    private static final long TWO = 12;

    private static final String CURE = "; begin anew with InitializeOptions.startOver()";

    @TempDir
    private Path folder;

    private final List<Journal> journals = new ArrayList<>();

    /** What a run left that was interrupted. */
    private record Run(FileLayout layout, CompleteFiles complete, FoundFiles found) {

        List<Path> partial() {
            return layout.shards().stream().map(FileLayout.Shard::partial).toList();
        }
    }

    private Run write(long shardBytes) throws IOException {
        FileLayout layout =
                PlannedTensors.layout(folder, PARAMETERS, SaveOptions.defaults().withShardsOf(shardBytes));
        for (FileLayout.Shard shard : layout.shards()) {
            byte[] header = shard.header().encoded();
            Files.write(shard.partial(), Arrays.copyOf(header, (int) shard.bytes()));
        }
        Schedule schedule = Schedule.of(PARAMETERS);
        Journal journal = Journal.open(layout.name().journal(), "p", "s", schedule);
        journals.add(journal);
        long zeros = PlannedTensors.checksum(new byte[12], new FileLayout.Section(0, 0, 12));
        journal.append(new JournalMark(2, "", List.of(zeros, zeros)));
        return new Run(layout, CompleteFiles.of(layout, journal.checksums()), new FoundFiles(layout, journal));
    }

    @AfterEach
    void close() throws IOException {
        for (Journal journal : journals) {
            journal.close();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {SINGLE, TWO})
    void areTakenAsTheRunLeftThem(long shardBytes) throws IOException {
        Run run = write(shardBytes);

        run.found().checkPartial(PARAMETERS);
        assertThat(run.found().complete(run.complete().save(), PARAMETERS)).isEqualTo(run.partial());
    }

    @ParameterizedTest
    @ValueSource(longs = {SINGLE, TWO})
    void areRefusedIfOneIsGone(long shardBytes) throws IOException {
        Run run = write(shardBytes);
        Path last = run.partial().get(run.partial().size() - 1);
        Files.delete(last);

        assertRefused(run, last, "it is gone, but its journal model.safetensors.journal is there");

        Files.createSymbolicLink(last, Files.createFile(folder.resolve("elsewhere")));
        assertRefused(run, last, "it is gone, but its journal model.safetensors.journal is there");
    }

    /** Any byte of any header. */
    @ParameterizedTest
    @ValueSource(longs = {SINGLE, TWO})
    void areRefusedIfAHeaderWasChanged(long shardBytes) throws IOException {
        Run run = write(shardBytes);
        for (FileLayout.Shard shard : run.layout().shards()) {
            byte[] whole = Files.readAllBytes(shard.partial());
            for (int at = 0; at < shard.header().encoded().length; at++) {
                byte[] changed = whole.clone();
                changed[at] ^= 4;
                Files.write(shard.partial(), changed);

                assertRefused(
                        run,
                        shard.partial(),
                        "its header is another one, so it is not the file of the interrupted run");
            }
            Files.write(shard.partial(), whole);
        }
        run.found().checkPartial(PARAMETERS);
    }

    @Test
    void areRefusedIfOneIsLongerOrHasNotEvenAHeader() throws IOException {
        Run run = write(SINGLE);
        Path file = run.partial().get(0);
        byte[] whole = Files.readAllBytes(file);
        int header = run.layout().shards().get(0).header().encoded().length;
        for (int length : new int[] {0, header - 1, whole.length + 1}) {
            Files.write(file, Arrays.copyOf(whole, length));

            assertRefused(run, file, "it has " + length + " bytes, so it is not the file of the interrupted run");
        }
    }

    /** While it is drawn a file need not be as long as in the end; but what is complete must be there. */
    @Test
    void areRefusedIfOneEndsBeforeWhatIsComplete() throws IOException {
        Run run = write(SINGLE);
        Path file = run.partial().get(0);
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(whole, whole.length - 1));

        assertThatExceptionOfType(CheckpointException.class)
                .isThrownBy(() -> run.found().checkPartial(PARAMETERS))
                .withMessageStartingWith(file + ": tensor \"b\": it was complete, but the file ends at ")
                .withMessageEndingWith(CURE);
        assertThatExceptionOfType(CheckpointException.class)
                .isThrownBy(() -> run.found().complete(run.complete().save(), PARAMETERS))
                .withMessage(file + ": it has " + (whole.length - 1) + " bytes, and not " + whole.length + CURE);
    }

    @ParameterizedTest
    @ValueSource(longs = {SINGLE, TWO})
    void areRefusedIfAnElementWasChanged(long shardBytes) throws IOException {
        Run run = write(shardBytes);
        for (Path file : run.partial()) {
            byte[] changed = Files.readAllBytes(file);
            changed[changed.length - 1] ^= 1;
            Files.write(file, changed);

            assertRefused(
                    run,
                    file,
                    "tensor \"" + (file.equals(run.partial().get(run.partial().size() - 1)) ? "b" : "a")
                            + "\": its elements were changed since the journal called it complete");
            changed[changed.length - 1] ^= 1;
            Files.write(file, changed);
        }
    }

    @Test
    void aSingleFileMayHaveItsNameAlready() throws IOException {
        Run run = write(SINGLE);
        Path target = run.layout().name().file();
        Files.move(run.partial().get(0), target);

        assertThat(run.found().complete(run.complete().save(), PARAMETERS)).containsExactly(target);
    }

    /** Files of the names that are published are the run's own only if they have its identity. */
    @Test
    void filesWithTheirNamesHaveTheIdentityOfTheSave() throws IOException {
        Run run = write(TWO);
        SaveId save = run.complete().save();
        FileLayout.Shard first = run.layout().shards().get(0);
        FileLayout.Shard second = run.layout().shards().get(1);
        Path named = run.layout().name().shard(0, 2, save);
        Files.move(first.partial(), named);
        Files.move(second.partial(), second.target());
        assertRefusedComplete(run, named, "its header is another one, so it is not the file of the interrupted run");

        seal(named, first, save);
        seal(second.target(), second, new SaveId("0123456789abcdef0123456789abcdef"));
        assertRefusedComplete(
                run, second.target(), "its header is another one, so it is not the file of the interrupted run");

        seal(second.target(), second, save);
        assertThat(run.found().complete(save, PARAMETERS)).containsExactly(named, second.target());
    }

    private static void seal(Path file, FileLayout.Shard shard, SaveId save) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        byte[] header = shard.header().with(save).encoded();
        System.arraycopy(header, 0, bytes, 0, header.length);
        Files.write(file, bytes);
    }

    private void assertRefused(Run run, Path file, String problem) {
        assertThatExceptionOfType(CheckpointException.class)
                .isThrownBy(() -> run.found().checkPartial(PARAMETERS))
                .withMessage(file + ": " + problem + CURE);
        assertRefusedComplete(run, file, problem);
    }

    private void assertRefusedComplete(Run run, Path file, String problem) {
        assertThatExceptionOfType(CheckpointException.class)
                .isThrownBy(() -> run.found().complete(run.complete().save(), PARAMETERS))
                .withMessage(file + ": " + problem + CURE);
    }
}
