package org.initweights.internal.files.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.initweights.DType;
import org.initweights.Initializers;
import org.initweights.Parameter;
import org.initweights.ProgressListener;
import org.initweights.RandomSource;
import org.initweights.TensorShape;
import org.initweights.Weights;
import org.initweights.internal.files.TensorContent;
import org.initweights.internal.files.plan.PlannedParameter;
import org.initweights.internal.work.Workers;
import org.initweights.io.CheckpointException;
import org.initweights.io.ElementType;
import org.initweights.io.SaveOptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Four small parameters, whose files are those that a model in memory is saved to. */
class FileInitializationTest {

    private static final long SINGLE = Long.MAX_VALUE;
    private static final long SEVERAL = 32;

    private static final List<Parameter> PARAMETERS = Weights.of(
                    builder -> builder.tensor("a", Initializers.normal(0, 1), 5)
                            .tensor("b", DType.F64, Initializers.uniform(-1, 1), 2)
                            .tensor("c", DType.BF16, Initializers.constant(3), 7)
                            .tensor("d", Initializers.orthogonal(), 3, 2))
            .parameters()
            .stream()
            .<Parameter>map(PlannedParameter::of)
            .toList();

    private static final ProgressListener NOBODY = (parameter, done, total) -> {};

    @TempDir
    private Path temporary;

    private Path folder;
    private Path checkpoint;

    @BeforeEach
    void resolve() throws IOException {
        folder = Files.createDirectory(temporary.toRealPath().resolve("drawn"));
        checkpoint = folder.resolve("model.safetensors");
    }

    private static FileInitialization initialization(long shardBytes, ProgressListener listener) {
        return initialization(PARAMETERS, "plan", shardBytes, listener);
    }

    private static FileInitialization initialization(
            List<Parameter> parameters, String plan, long shardBytes, ProgressListener listener) {
        return new FileInitialization(
                parameters,
                plan,
                SaveOptions.defaults().withShardsOf(shardBytes),
                FileInitialization.LEAST_MEMORY,
                Workers.CALLER,
                listener,
                GivenTensors.NONE);
    }

    /** The files that the parameters are saved to when they are drawn in memory. */
    private Map<String, String> saved(RandomSource random, long shardBytes) throws IOException {
        Path saved = Files.createTempDirectory(temporary, "saved");
        Weights weights = Weights.of(builder -> {
            for (Parameter parameter : PARAMETERS) {
                builder.tensor(parameter.name(), parameter.shape(), parameter.dtype(), parameter.initializer());
            }
        });
        weights.parameters().initialize(random);
        weights.parameters()
                .save(saved.resolve("model.safetensors"), SaveOptions.defaults().withShardsOf(shardBytes));
        return files(saved);
    }

    private static Map<String, String> files(Path folder) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.list(folder)) {
            for (Path file : all.toList()) {
                files.put(
                        String.valueOf(file.getFileName()),
                        new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
            }
        }
        return files;
    }

    @ParameterizedTest
    @ValueSource(longs = {SINGLE, SEVERAL})
    void writesTheFilesThatSavingWrites(long shardBytes) throws IOException {
        List<String> told = new ArrayList<>();

        initialization(shardBytes, (parameter, done, total) -> told.add(parameter.name() + " " + done + "/" + total))
                .run(checkpoint, RandomSource.seeded(3));

        assertThat(files(folder)).isEqualTo(saved(RandomSource.seeded(3), shardBytes));
        assertThat(told).containsExactly("a 5/20", "b 7/20", "c 14/20", "d 20/20");
    }

    /** Dies after each number of parameters, the last included, and goes on from there. */
    @ParameterizedTest
    @ValueSource(longs = {SINGLE, SEVERAL})
    void goesOnWhereItWasInterrupted(long shardBytes) throws IOException {
        Map<String, String> expected = saved(RandomSource.torch(3), shardBytes);
        for (Parameter last : PARAMETERS) {
            RandomSource source = RandomSource.torch(3);
            assertThatIllegalStateException()
                    .isThrownBy(() -> initialization(shardBytes, (parameter, done, total) -> {
                                if (parameter.equals(last)) {
                                    throw new IllegalStateException("no power");
                                }
                            })
                            .run(checkpoint, source));
            assertThat(folder.resolve("model.safetensors.journal")).exists();
            assertThat(checkpoint).doesNotExist();
            List<String> told = new ArrayList<>();

            initialization(
                            shardBytes,
                            (parameter, done, total) -> told.add(parameter.name() + " " + done + "/" + total))
                    .run(checkpoint, source);

            assertThat(files(folder)).isEqualTo(expected);
            List<String> all = List.of("a 5/20", "b 7/20", "c 14/20", "d 20/20");
            assertThat(told).isEqualTo(all.subList(PARAMETERS.indexOf(last) + 1, 4));
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    @Test
    void afterAFailureTheSourceStandsWhereItStood() throws IOException {
        RandomSource source = RandomSource.torch(3);
        assertThatIllegalStateException()
                .isThrownBy(() -> initialization(SINGLE, (parameter, done, total) -> {
                            throw new IllegalStateException("no power");
                        })
                        .run(checkpoint, source));
        assertThatExceptionOfType(IOException.class)
                .as("a folder is in the way when all is drawn")
                .isThrownBy(() -> initialization(SINGLE, (parameter, done, total) -> block(done == total))
                        .run(checkpoint, source));

        assertThat(saved(source, SINGLE)).isEqualTo(saved(RandomSource.torch(3), SINGLE));
    }

    private void block(boolean isComplete) {
        try {
            if (isComplete) {
                Files.createDirectories(checkpoint.resolve("full"));
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void goesOnOnlyWithTheSamePlanAndTheSameSource() {
        interrupt(SINGLE);

        assertRefused(
                () -> initialization(PARAMETERS, "other", SINGLE, NOBODY).run(checkpoint, RandomSource.seeded(3)),
                "an interrupted run of another plan");
        assertRefused(
                () -> initialization(SINGLE, NOBODY).run(checkpoint, RandomSource.seeded(4)),
                "an interrupted run of another random source");
        assertRefused(
                () -> initialization(SINGLE, NOBODY)
                        .with(new GivenTensors(Map.of(), "given"))
                        .run(checkpoint, RandomSource.seeded(3)),
                "an interrupted run of another plan");
    }

    private static void assertRefused(ThrowingCallable run, String problem) {
        assertThatExceptionOfType(CheckpointException.class).isThrownBy(run).withMessageContaining(problem);
    }

    private void interrupt(long shardBytes) {
        assertThatIllegalStateException()
                .isThrownBy(() -> initialization(shardBytes, (parameter, done, total) -> {
                            if (parameter.name().equals("b")) {
                                throw new IllegalStateException("no power");
                            }
                        })
                        .run(checkpoint, RandomSource.seeded(3)));
    }

    @Test
    void filesThatWereChangedMeanwhileAreRefused() throws IOException {
        interrupt(SINGLE);
        Path partial = folder.resolve("model.safetensors.partial");
        byte[] bytes = Files.readAllBytes(partial);
        int header = 8 + ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getInt();
        bytes[header] ^= 1;
        Files.write(partial, bytes);

        assertRefused(
                () -> initialization(SINGLE, NOBODY).run(checkpoint, RandomSource.seeded(3)),
                "its elements were changed since the journal called it complete");
    }

    @Test
    void discardsWhatAnInterruptedRunLeft() throws IOException {
        interrupt(SEVERAL);
        assertThat(files(folder)).hasSizeGreaterThan(2);

        initialization(SINGLE, NOBODY).discard(checkpoint);

        assertThat(files(folder)).isEmpty();
        Files.writeString(folder.resolve("model.safetensors.partial"), "somebody's");
        initialization(SINGLE, NOBODY).discard(checkpoint);
        assertThat(files(folder))
                .as("without a journal it is somebody else's")
                .containsOnly(Map.entry("model.safetensors.partial", "somebody's"));
    }

    /** Given elements are written before anything is drawn, and nothing is drawn for them. */
    @Test
    void whatIsGivenIsNotDrawn() throws IOException {
        List<String> told = new ArrayList<>();
        TensorContent given = new TensorContent("c", ElementType.BF16, TensorShape.of(7), (from, count, target) -> {
            for (int i = 0; i < count; i++) {
                target.putShort((short) 0x4040);
            }
        });

        initialization(SINGLE, (parameter, done, total) -> told.add(parameter.name()))
                .with(new GivenTensors(Map.of("c", given), "given"))
                .run(checkpoint, RandomSource.torch(3));

        assertThat(told).containsExactly("c", "a", "b", "d");
        assertThat(files(folder))
                .as("3 as a bfloat16 is 4040 in hexadecimal")
                .isEqualTo(saved(RandomSource.torch(3), SINGLE));
    }

    @Test
    void writesFilesWithoutElementsToo() throws IOException {
        List<Parameter> none = List.of(PlannedTensors.of("none", DType.F32, 0, 4));
        assertThatIllegalStateException()
                .isThrownBy(() -> initialization(none, "plan", SINGLE, (parameter, done, total) -> {
                            throw new IllegalStateException("no power");
                        })
                        .run(checkpoint, RandomSource.seeded(3)));
        initialization(none, "plan", SINGLE, NOBODY).run(checkpoint, RandomSource.seeded(3));
        assertThat(files(folder).get("model.safetensors")).contains("\"shape\":[0,4],\"data_offsets\":[0,0]");

        initialization(List.of(), "plan", SINGLE, NOBODY).run(checkpoint, RandomSource.seeded(3));
        assertThat(files(folder)).containsOnlyKeys("model.safetensors");
        assertThat(files(folder).get("model.safetensors")).doesNotContain("none");
    }

    @Test
    void refusesWhatDoesNotFitBeforeAnythingIsWritten() throws IOException {
        Parameter large =
                PlannedParameter.of("large", TensorShape.of(46_000, 46_000), DType.F32, Initializers.orthogonal());
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        initialization(List.of(large), "plan", SINGLE, NOBODY).run(checkpoint, RandomSource.seeded(3)))
                .withMessageStartingWith("large [46000, 46000]: an orthogonal matrix is made as a whole");
        assertRefused(
                () -> initialization(List.of(PlannedTensors.of("a", DType.F32, 1L << 55)), "plan", SINGLE, NOBODY)
                        .run(checkpoint, RandomSource.seeded(3)),
                "and the disk has room for ");
        assertThat(files(folder)).isEmpty();
    }

    @Test
    void isCancelledByAnInterruption() throws IOException {
        List<String> told = new ArrayList<>();
        FileInitialization initialization = initialization(SINGLE, (parameter, done, total) -> {
            told.add(parameter.name());
            Thread.currentThread().interrupt();
        });

        assertThatExceptionOfType(CancellationException.class)
                .isThrownBy(() -> initialization.run(checkpoint, RandomSource.seeded(3)))
                .withMessage("interrupted before b was initialised");
        assertThat(Thread.interrupted()).isTrue();
        assertThat(told).containsExactly("a");
        Thread.currentThread().interrupt();
        assertThatExceptionOfType(CancellationException.class)
                .as("while the journal is read")
                .isThrownBy(() -> initialization.run(checkpoint, RandomSource.seeded(3)))
                .withMessage("interrupted while " + checkpoint + " was initialised");
        assertThat(Thread.interrupted()).isTrue();

        initialization(SINGLE, NOBODY).run(checkpoint, RandomSource.seeded(3));
        assertThat(files(folder)).isEqualTo(saved(RandomSource.seeded(3), SINGLE));
    }
}
