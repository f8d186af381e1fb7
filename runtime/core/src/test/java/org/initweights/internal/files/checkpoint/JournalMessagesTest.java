package org.initweights.internal.files.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.initweights.io.CheckpointException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalMessagesTest {

    private static final Schedule SCHEDULE = PlannedTensors.schedule("a", "b");

    @TempDir
    private Path temporary;

    private Path file;

    @BeforeEach
    void resolve() throws IOException {
        file = temporary.toRealPath().resolve("model.journal");
        open().close();
    }

    private Journal open() throws IOException {
        return Journal.open(file, "p", "s", SCHEDULE);
    }

    @Test
    void showADamagedLineUnlessItIsLong() throws IOException {
        assertDamaged("1 " + "x".repeat(198), "line \"1 " + "x".repeat(198) + "\" is not as it was written");
        assertDamaged(
                "1 " + "x".repeat(199),
                "line \"1 " + "x".repeat(198) + "… (201 characters)\" is not as it was written");
    }

    @Test
    void showWhoseJournalItIsUnlessThatIsLong() throws IOException {
        Files.writeString(file, "InitWeights journal 2\nplan q\nsource " + "x".repeat(5000) + "\n");
        assertThatExceptionOfType(CheckpointException.class)
                .isThrownBy(this::open)
                .withMessage(file + ": it belongs to an interrupted run of another random source: " + "x".repeat(200)
                        + "… (5000 characters), and this one draws from s; finish that run, or begin anew with"
                        + " InitializeOptions.startOver()");
    }

    private void assertDamaged(String line, String problem) throws IOException {
        byte[] before = Files.readAllBytes(file);
        Files.writeString(file, line + "\n", StandardOpenOption.APPEND);
        assertThatExceptionOfType(CheckpointException.class)
                .isThrownBy(this::open)
                .withMessage(file + ": it is damaged: " + problem + "; begin anew with InitializeOptions.startOver()");
        Files.write(file, before);
    }

    @Test
    void aJournalThatIsDeletedIsNobodysAnyMore() throws IOException {
        Journal complete = open();
        complete.append(new JournalMark(2, "", List.of(1L, 2L)));
        complete.delete();
        assertThat(file).doesNotExist();

        try (Journal next = open()) {
            assertThat(next.last()).isEqualTo(JournalMark.START);
        }
    }
}
