package org.initweights.internal.files.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.initweights.DType;
import org.initweights.Initializer;
import org.initweights.Parameter;
import org.initweights.internal.files.FileAccess;
import org.initweights.io.SaveOptions;
import org.initweights.testing.ForwardingParameter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class CommitsTest {

    @TempDir
    private Path folder;

    private final Hesitant first = new Hesitant(PlannedTensors.of("a", DType.F32, 3));
    private final List<Parameter> parameters = List.of(
            first,
            PlannedTensors.of("b", DType.F16, 5),
            PlannedTensors.of("c", DType.F64, 2),
            PlannedTensors.of("d", DType.F32, 4));

    private FileLayout layout;
    private PartialFiles files;
    private Journal journal;
    private Commits commits;

    /** One whose name, which a mark needs, is told only when it may be. */
    private record Hesitant(Parameter parameter, CountDownLatch asked, CountDownLatch allowed, AtomicBoolean failing)
            implements ForwardingParameter {

        Hesitant(Parameter parameter) {
            this(parameter, new CountDownLatch(1), new CountDownLatch(1), new AtomicBoolean());
        }

        @Override
        public String name() {
            if (Thread.currentThread().getName().equals("initweights-journal")) {
                asked.countDown();
                try {
                    allowed.await();
                } catch (InterruptedException e) {
                    throw new AssertionError(e);
                }
                if (failing.getAndSet(false)) {
                    throw new IllegalStateException("expected");
                }
            }
            return parameter.name();
        }

        @Override
        public Parameter with(Initializer initializer) {
            throw new UnsupportedOperationException();
        }
    }

    @BeforeEach
    void begin() throws IOException {
        layout = PlannedTensors.layout(folder, parameters, SaveOptions.defaults());
        files = new PartialFiles(layout);
        files.create(FileAccess.ofFirst(layout.name().file()));
        Schedule schedule = Schedule.of(parameters);
        journal = Journal.open(layout.name().journal(), "p", "s", schedule);
        commits = new Commits(files, journal, schedule);
        fill();
    }

    /** Every byte of the data is another one. */
    private void fill() throws IOException {
        Path file = layout.shards().get(0).partial();
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            ByteBuffer data = ByteBuffer.allocate((int) (layout.bytes() - channel.size()));
            while (data.hasRemaining()) {
                data.put((byte) (data.position() + 1));
            }
            channel.write(data.flip(), channel.size());
        }
    }

    @AfterEach
    void end() throws IOException {
        first.allowed.countDown();
        journal.close();
        files.close();
    }

    @Test
    void eachMarkHasTheChecksumsOfWhatIsInTheFile() throws IOException {
        first.allowed.countDown();

        commits.complete(4, "position");
        commits.close();

        assertThat(journal.last()).isEqualTo(new JournalMark(4, "position", checksums()));
    }

    /** What comes while the disk is busy is one mark, with all that it makes complete. */
    @Test
    void marksThatComeMeanwhileAreMerged() throws Exception {
        commits.complete(1, "one");
        first.asked.await();
        commits.complete(2, "two");
        commits.complete(3, "three");
        commits.complete(4, "four");
        first.allowed.countDown();
        commits.close();

        List<Long> all = checksums();
        assertThat(marks())
                .containsExactly(
                        new JournalMark(1, "one", all.subList(0, 1)),
                        new JournalMark(4, "four", all.subList(1, all.size())));
    }

    @Test
    void closingWaitsForTheLastMarkEvenIfInterrupted() throws Exception {
        commits.complete(1, "one");
        first.asked.await();
        commits.complete(4, "four");
        Thread main = Thread.currentThread();
        Thread other = new Thread(() -> {
            // It waits, and the interruption does not end that.
            while (main.getState() != Thread.State.TIMED_WAITING) {
                Thread.onSpinWait();
            }
            main.interrupt();
            first.allowed.countDown();
        });
        other.start();

        commits.close();

        other.join();
        assertThat(Thread.interrupted()).isTrue();
        assertThat(journal.last().steps()).isEqualTo(4);
    }

    @Test
    void afterAFailureNothingIsCalledComplete() throws Exception {
        first.allowed.countDown();
        commits.complete(0, "start");
        Path file = layout.shards().get(0).partial();
        while (marks().isEmpty()) {
            Thread.onSpinWait();
        }
        Path hidden = file.resolveSibling("hidden");
        Files.move(file, hidden);

        assertThatExceptionOfType(NoSuchFileException.class)
                .as("the failure is the next call's")
                .isThrownBy(() -> {
                    while (!Thread.currentThread().isInterrupted()) {
                        commits.complete(1, "one");
                    }
                })
                .withMessage(file.toString());
        Files.move(hidden, file);
        assertThatExceptionOfType(NoSuchFileException.class).isThrownBy(() -> commits.complete(2, "two"));
        assertThatExceptionOfType(NoSuchFileException.class).isThrownBy(commits::close);

        assertThat(marks()).containsExactly(new JournalMark(0, "start", List.of()));
    }

    @Test
    void norIsWhatWasWaitingThen() throws Exception {
        first.failing.set(true);
        commits.complete(1, "one");
        first.asked.await();
        commits.complete(2, "two");
        first.allowed.countDown();

        assertThatExceptionOfType(IOException.class)
                .isThrownBy(commits::close)
                .withMessage("what is complete could not be brought to the disk")
                .havingCause()
                .withMessage("expected");
        assertThat(marks()).isEmpty();
    }

    /** The marks that are in the journal, without their ends. */
    private List<JournalMark> marks() throws IOException {
        return Files.readAllLines(layout.name().journal()).stream()
                .skip(3)
                .map(line -> JournalMark.parse(line.substring(0, line.lastIndexOf(' '))))
                .toList();
    }

    private List<Long> checksums() throws IOException {
        byte[] bytes = Files.readAllBytes(layout.shards().get(0).partial());
        List<Long> checksums = new ArrayList<>();
        for (Parameter parameter : parameters) {
            checksums.add(PlannedTensors.checksum(bytes, layout.place(parameter)));
        }
        assertThat(checksums).doesNotHaveDuplicates();
        return checksums;
    }
}
