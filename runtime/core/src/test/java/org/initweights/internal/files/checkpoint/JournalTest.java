package org.initweights.internal.files.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.initweights.io.CheckpointException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {

    /** {@code b} is drawn twice, so that it is complete after the last of the four steps. */
    private static final Schedule SCHEDULE = PlannedTensors.schedule("a", "b", "c", "b");

    private static final List<JournalMark> MARKS = List.of(
            new JournalMark(0, "start", List.of()),
            new JournalMark(1, "7f", List.of(1L)),
            new JournalMark(3, "80", List.of(-1L)),
            new JournalMark(4, "81", List.of(42L)));

    /** The checksums at the ends of lines are those of an implementation of CRC-32C in Python, of all lines without such ends. */
    private static final String TEXT = """
            InitWeights journal 2
            plan p
            source s
            0 start 2d6f3336
            1 7f 1 c9f5cd0c
            3 80 ffffffffffffffff fa642aaf
            4 81 2a 02271f51
            """;

    private static final int HEADING = TEXT.indexOf("0 start");

    @TempDir
    private Path temporary;

    private Path file;

    @BeforeEach
    void resolve() throws IOException {
        file = temporary.toRealPath().resolve("model.journal");
    }

    @Test
    void hasALineForEachMark() throws IOException {
        try (Journal journal = open()) {
            assertThat(Files.readString(file)).isEqualTo(TEXT.substring(0, HEADING));
            assertThat(journal.last()).isEqualTo(JournalMark.START);
            for (JournalMark mark : MARKS) {
                journal.append(mark);
                assertThat(journal.last()).isEqualTo(mark);
            }
            assertThat(journal.checksums()).isEqualTo(Map.of("a", 1L, "c", -1L, "b", 42L));
        }
        assertThat(Files.readString(file)).isEqualTo(TEXT);
    }

    @Test
    void goesOnFromItsLastMark() throws IOException {
        Files.writeString(file, TEXT.substring(0, TEXT.indexOf("4 81")));

        try (Journal journal = open()) {
            assertThat(journal.last()).isEqualTo(MARKS.get(2));
            assertThat(journal.checksums()).isEqualTo(Map.of("a", 1L, "c", -1L));
            journal.append(MARKS.get(3));
        }

        assertThat(Files.readString(file)).isEqualTo(TEXT);
    }

    /** Cut off after any number of bytes, as by a crash while it was written. */
    @Test
    void aTornLineCountsForNothing() throws IOException {
        for (int length = 0; length <= TEXT.length(); length++) {
            Files.writeString(file, TEXT.substring(0, length));
            List<JournalMark> whole = marksIn(length);

            try (Journal journal = open()) {
                assertThat(journal.last()).as("of %d bytes", length).isEqualTo(last(whole));
                for (JournalMark mark : MARKS.subList(whole.size(), MARKS.size())) {
                    journal.append(mark);
                }
            }

            assertThat(Files.readString(file)).as("after %d bytes", length).isEqualTo(TEXT);
        }
    }

    private static List<JournalMark> marksIn(int length) {
        String rest = TEXT.substring(0, length).substring(Math.min(HEADING, length));
        return MARKS.subList(0, (int) rest.chars().filter(c -> c == '\n').count());
    }

    private static JournalMark last(List<JournalMark> marks) {
        return marks.isEmpty() ? JournalMark.START : marks.get(marks.size() - 1);
    }

    /** Without the end of its last line that line is a torn one; any other change of one bit is noticed. */
    @Test
    void refusesEveryChangeOfABit() throws IOException {
        byte[] bytes = TEXT.getBytes(StandardCharsets.US_ASCII);
        for (int bit = 0; bit < (bytes.length - 1) * Byte.SIZE; bit++) {
            byte[] changed = bytes.clone();
            changed[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
            Files.write(file, changed);

            assertThatExceptionOfType(CheckpointException.class)
                    .as("bit %d of byte %d", bit % Byte.SIZE, bit / Byte.SIZE)
                    .isThrownBy(this::open)
                    .withMessageStartingWith(file + ": it ")
                    .withMessageEndingWith("begin anew with InitializeOptions.startOver()");
            assertThat(file).as("it is left as it was").hasBinaryContent(changed);
        }

        bytes[bytes.length - 1] ^= 1;
        Files.write(file, bytes);
        try (Journal journal = open()) {
            assertThat(journal.last()).isEqualTo(MARKS.get(2));
        }
    }

    /** Each line is right in itself. */
    @Test
    void refusesLinesThatAreMissingTwiceOrMoved() throws IOException {
        List<String> lines = TEXT.lines().toList();
        int first = 3;
        for (int line = first; line < lines.size(); line++) {
            if (line < lines.size() - 1) {
                List<String> missing = new ArrayList<>(lines);
                missing.remove(line);
                assertRefused(missing);
            }
            List<String> twice = new ArrayList<>(lines);
            twice.add(line, lines.get(line));
            assertRefused(twice);
            for (int other = first; other < line; other++) {
                List<String> moved = new ArrayList<>(lines);
                Collections.swap(moved, line, other);
                assertRefused(moved);
            }
        }
    }

    private void assertRefused(List<String> lines) throws IOException {
        Files.write(file, lines);
        assertThatExceptionOfType(CheckpointException.class)
                .as("%s", lines)
                .isThrownBy(this::open)
                .withMessageContaining("it is damaged: line \"");
    }

    /** Their checksums are right, as those of a faulty writer would be. */
    @Test
    void leavesAFileAloneThatIsNoJournal() throws IOException {
        for (String text : List.of(
                "my notes", "InitWeights journal 2\nmy plan", "InitWeights journal", "InitWeights journal 23")) {
            Files.writeString(file, text);
            if ("InitWeights journal 2\n".startsWith(text)) {
                open().close();
                assertThat(Files.readString(file)).isEqualTo(TEXT.substring(0, HEADING));
            } else {
                assertThatExceptionOfType(CheckpointException.class)
                        .isThrownBy(this::open)
                        .withMessageContaining("it is no journal");
                assertThat(Files.readString(file)).isEqualTo(text);
            }
        }
    }

    @Test
    void refusesMarksThatGoBack() throws IOException {
        try (Journal journal = open()) {
            journal.append(new JournalMark(3, "80", List.of(1L, 2L)));
            journal.append(new JournalMark(1, "7f", List.of()));
        }

        assertThatExceptionOfType(CheckpointException.class)
                .isThrownBy(this::open)
                .withMessageContaining("it is damaged: step 1 of 4 is after step 3;");
    }

    @Test
    void refusesMoreStepsThanThereAre() throws IOException {
        try (Journal longer = open(PlannedTensors.schedule("a", "b", "c", "b", "d"))) {
            longer.append(new JournalMark(5, "x", List.of(1L, 2L, 3L, 4L)));
        }

        assertThatExceptionOfType(CheckpointException.class)
                .isThrownBy(this::open)
                .withMessageContaining("it is damaged: step 5 of 4 is after step 0;");
    }

    @Test
    void refusesMarksWithoutAChecksumForEachParameter() throws IOException {
        try (Journal other = open(PlannedTensors.schedule("a", "b", "c", "d"))) {
            other.append(new JournalMark(2, "x", List.of(1L, 2L)));
        }

        assertThatExceptionOfType(CheckpointException.class)
                .isThrownBy(this::open)
                .withMessageContaining("it is damaged: step 2 has 2 checksums;");
    }

    @Test
    void refusesMarksWithTooFewChecksums() throws IOException {
        try (Journal other = open(PlannedTensors.schedule("a", "b", "b", "b"))) {
            other.append(new JournalMark(3, "x", List.of(1L)));
        }

        assertThatExceptionOfType(CheckpointException.class)
                .isThrownBy(this::open)
                .withMessageContaining("it is damaged: step 3 has 1 checksums;");
    }

    @Test
    void readsLinesLongerThanWhatItReadsAtOnce() throws IOException {
        String[] names = IntStream.range(0, 20_000).mapToObj(i -> "t" + i).toArray(String[]::new);
        Schedule schedule = PlannedTensors.schedule(names);
        JournalMark mark = new JournalMark(
                names.length,
                "x",
                LongStream.range(0, names.length).map(i -> i * i * i).boxed().toList());
        try (Journal journal = open(schedule)) {
            journal.append(mark);
        }
        assertThat(Files.size(file)).isGreaterThan(100_000);

        try (Journal journal = open(schedule)) {
            assertThat(journal.last()).isEqualTo(mark);
            assertThat(journal.checksums()).hasSize(names.length).containsEntry("t77", 77L * 77 * 77);
        }
    }

    @Test
    void saysWhoseItIs() throws IOException {
        Files.writeString(file, TEXT);

        assertThatExceptionOfType(CheckpointException.class)
                .isThrownBy(() -> Journal.open(file, "q", "s", SCHEDULE))
                .withMessageContaining(
                        "run of another plan, or of this one with other shards, metadata or stored weights;"
                                + " finish that run, or");
        assertThatExceptionOfType(CheckpointException.class)
                .isThrownBy(() -> Journal.open(file, "p", "t", SCHEDULE))
                .withMessageContaining("of another random source: s, and this one draws from t; finish that run, or");
        // A seed is in the metadata, too, so that the digest of the plan is another one: people are told of the source.
        assertThatExceptionOfType(CheckpointException.class)
                .isThrownBy(() -> Journal.open(file, "q", "t", SCHEDULE))
                .withMessageContaining("of another random source: s, and this one draws from t; finish that run, or");
        Files.writeString(file, TEXT.replace("source s", "source s 0123"));
        assertThatExceptionOfType(CheckpointException.class)
                .isThrownBy(() -> Journal.open(file, "p", "s 4567", SCHEDULE))
                .withMessageContaining("another random source: also s, but with other numbers for these parameters;");
        assertThatExceptionOfType(CheckpointException.class)
                .isThrownBy(() -> Journal.open(file, "p", "t 0123", SCHEDULE))
                .withMessageContaining("another random source: s, and this one draws from t;");
        Files.writeString(file, TEXT.replace("source s\n", ""));
        assertThatExceptionOfType(CheckpointException.class)
                .isThrownBy(this::open)
                .withMessageContaining("it is damaged: line \"0 start");
        Files.writeString(file, "InitWeights journal 2\nplan q\n");
        assertThatExceptionOfType(CheckpointException.class)
                .isThrownBy(this::open)
                .withMessageContaining("of another plan, or of this one");
        Files.writeString(file, TEXT.replace("journal 2", "journal 1"));
        assertThatExceptionOfType(CheckpointException.class)
                .isThrownBy(this::open)
                .withMessageContaining("it is no journal of this version; ");
    }

    @Test
    void isOneRunsOwn() throws IOException {
        try (Journal journal = open()) {
            assertThatExceptionOfType(CheckpointException.class)
                    .isThrownBy(this::open)
                    .withMessage(file + ": another run initialises this checkpoint");
            assertThatExceptionOfType(CheckpointException.class)
                    .isThrownBy(() -> Journal.discard(file, () -> {
                        throw new AssertionError("discards files that are in use");
                    }));
            journal.append(MARKS.get(0));
        }
        assertThat(file).exists();
    }

    /** Otherwise nobody could begin anew. */
    @Test
    void isFreeAgainAfterItWasRefused() throws IOException {
        Files.writeString(file, "something else\n");
        assertThatExceptionOfType(CheckpointException.class).isThrownBy(this::open);
        Path other = file.resolveSibling("model.partial");
        Files.createFile(other);

        Journal.discard(file, () -> Files.delete(other));

        assertThat(temporary).isEmptyDirectory();
    }

    @Test
    void goesWhenAllIsDone() throws IOException {
        try (Journal journal = open()) {
            journal.append(MARKS.get(0));
            journal.delete();
            assertThat(file).doesNotExist();
        }
        try (Journal next = open()) {
            assertThat(next.last()).isEqualTo(JournalMark.START);
        }
    }

    private Journal open() throws IOException {
        return open(SCHEDULE);
    }

    private Journal open(Schedule schedule) throws IOException {
        return Journal.open(file, "p", "s", schedule);
    }
}
