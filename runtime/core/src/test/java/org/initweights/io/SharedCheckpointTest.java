package org.initweights.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.initweights.Initializers;
import org.initweights.Parameters;
import org.initweights.Weights;
import org.initweights.testing.ChildJvm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Saves and loads one checkpoint from many threads and processes: whoever loads finds all of one save. */
class SharedCheckpointTest {

    private static final int SAVES = 40;

    private static final long SINGLE = Long.MAX_VALUE;
    private static final long SHARDS = 600_000;
    private static final long MORE_SHARDS = 300_000;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void readersFindAllOfOneSave(int writers) throws Exception {
        Path file = folder.resolve("model.safetensors");
        KilledWriter.save(KilledWriter.model(), 1, file, SHARDS);
        AtomicBoolean isOver = new AtomicBoolean();
        ExecutorService threads = Executors.newCachedThreadPool();
        List<Future<Integer>> writing = new ArrayList<>();
        List<Future<Integer>> reading = new ArrayList<>();
        for (int writer = 0; writer < writers; writer++) {
            int first = 1000 * (writer + 1);
            writing.add(threads.submit(() -> save(file, first)));
        }
        for (int reader = 0; reader < 2; reader++) {
            reading.add(threads.submit(loading(file, isOver)));
        }

        for (Future<Integer> writer : writing) {
            assertThat(writer.get()).isEqualTo(SAVES);
        }
        isOver.set(true);
        for (Future<Integer> reader : reading) {
            assertThat(reader.get()).isPositive();
        }
        threads.shutdown();
        assertThat(names()).noneMatch(name -> name.endsWith(".tmp") || name.endsWith(".lock"));
    }

    private static int save(Path file, int first) throws IOException {
        Parameters model = KilledWriter.model();
        long[] sizes = {SHARDS, SHARDS, MORE_SHARDS, SINGLE};
        for (int save = 0; save < SAVES; save++) {
            KilledWriter.save(model, first + save, file, sizes[save % sizes.length]);
        }
        return SAVES;
    }

    private static Callable<Integer> loading(Path file, AtomicBoolean isOver) {
        return () -> {
            int loads = 0;
            while (!isOver.get() || loads == 0) {
                assertOfOneSave(file);
                loads++;
            }
            return loads;
        };
    }

    private static void assertOfOneSave(Path file) throws IOException {
        Parameters model = KilledWriter.model();
        model.load(file);
        double value = model.get("t0").get(0);
        model.forEach(parameter -> {
            assertThat(parameter.get(0)).isEqualTo(value);
            assertThat(parameter.get(parameter.elements() - 1)).isEqualTo(value);
        });
    }

    @Test
    void processesTakeTurns() throws Exception {
        Path file = folder.resolve("model.safetensors");
        KilledWriter.save(KilledWriter.model(), 1, file, SHARDS);
        List<Process> writers = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            writers.add(ChildJvm.startReadable(
                    "64m", KilledWriter.class, KilledWriter.Way.SAVE, file, 1000 * i, SHARDS, MORE_SHARDS, SHARDS));
        }
        try {
            for (Process writer : writers) {
                assertThat(writer.inputReader().readLine()).isNotNull();
            }
            for (int load = 0; load < 100; load++) {
                assertOfOneSave(file);
            }
            assertThat(writers).as("none failed").allMatch(Process::isAlive);
        } finally {
            for (Process writer : writers) {
                writer.destroyForcibly().waitFor();
            }
        }
    }

    @Test
    void checkpointsWhoseShardsWouldHaveTheSameNamesStayApart() throws Exception {
        List<Path> files = List.of(folder.resolve("model.safetensors"), folder.resolve("model"));
        ExecutorService threads = Executors.newCachedThreadPool();
        List<Future<Integer>> writing = new ArrayList<>();
        for (Path file : files) {
            writing.add(threads.submit(() -> save(file, 1)));
        }
        for (Future<Integer> writer : writing) {
            assertThat(writer.get()).isEqualTo(SAVES);
        }
        threads.shutdown();
        for (Path file : files) {
            KilledWriter.save(KilledWriter.model(), 1, file, SHARDS);
        }
        files.forEach(file -> assertThatCode(() -> assertOfOneSave(file)).doesNotThrowAnyException());
        for (Path file : files) {
            KilledWriter.save(KilledWriter.model(), 1, file, SINGLE);
        }
        assertThat(names()).containsExactly("model", "model.safetensors");
    }

    @Test
    void aReaderOfAnotherToolsIndexFindsAllOfOneSave() throws Exception {
        Path file = folder.resolve("model.safetensors");
        ExecutorService threads = Executors.newCachedThreadPool();
        for (int round = 0; round < 20; round++) {
            KilledWriter.save(KilledWriter.model(), 1, file, SHARDS);
            Path index = folder.resolve("model.safetensors.index.json");
            Files.writeString(index, Files.readString(index).replaceAll("\"save_id\": \"[0-9a-f]*\",", ""));
            AtomicBoolean isOver = new AtomicBoolean();
            Future<Integer> reading = threads.submit(loading(file, isOver));
            KilledWriter.save(KilledWriter.model(), 2, file, SHARDS);
            isOver.set(true);
            assertThat(reading.get()).isPositive();
        }
        threads.shutdown();
    }

    @Test
    void savingTheSameAgainGivesTheSameBytes() throws IOException {
        Path file = folder.resolve("model.safetensors");
        KilledWriter.save(KilledWriter.model(), 1, file, SHARDS);
        Path copy = Files.createDirectory(folder.resolve("copy"));
        for (String name : names()) {
            if (!name.equals("copy")) {
                Files.copy(folder.resolve(name), copy.resolve(name));
            }
        }

        KilledWriter.save(KilledWriter.model(), 2, file, SHARDS);
        KilledWriter.save(KilledWriter.model(), 1, file, SHARDS);

        try (Stream<Path> files = Files.list(copy)) {
            for (Path expected : files.toList()) {
                assertThat(folder.resolve(expected.getFileName())).hasSameBinaryContentAs(expected);
            }
        }
    }

    @Test
    void refusesAFileOfAnotherSave() throws IOException {
        Path file = folder.resolve("model.safetensors");
        KilledWriter.save(KilledWriter.model(), 1, file, SHARDS);
        Path shard = folder.resolve("model-00002-of-00004.safetensors");
        Path old = Files.copy(shard, folder.resolve("old"));
        KilledWriter.save(KilledWriter.model(), 2, file, SHARDS);
        Files.delete(shard);
        Files.move(old, shard);

        assertThatExceptionOfType(CheckpointException.class)
                .isThrownBy(() -> Checkpoint.open(file))
                .withMessageStartingWith(shard + ": it is not of the same save as model.safetensors.index.json");
    }

    @Test
    void removesNothingThatIsNotItsOwn() throws IOException {
        Path file = folder.resolve("model.safetensors");
        Weights.of(builder -> builder.tensor("x", Initializers.ones(), 3))
                .initialize(1)
                .parameters()
                .save(folder.resolve("model-00009-of-00009.safetensors"));
        Files.writeString(folder.resolve("other-00001-of-00002.safetensors"), "other");
        Files.writeString(folder.resolve("model-00001-of-00002.safetensors.bak"), "mine");
        Files.writeString(folder.resolve("model.safetensors.index.json"), """
                {"weight_map": {"x": "other-00001-of-00002.safetensors"}}""");

        KilledWriter.save(KilledWriter.model(), 1, file, SHARDS);
        KilledWriter.save(KilledWriter.model(), 1, file, SINGLE);

        assertThat(names())
                .containsExactly(
                        "model-00001-of-00002.safetensors.bak",
                        "model-00009-of-00009.safetensors",
                        "model.safetensors",
                        "other-00001-of-00002.safetensors");
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }
}
