package org.initweights.internal.files.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.initweights.internal.files.checkpoint.SmallInitialization.NOBODY;
import static org.initweights.internal.files.checkpoint.SmallInitialization.PARAMETERS;
import static org.initweights.internal.files.checkpoint.SmallInitialization.SEVERAL;
import static org.initweights.internal.files.checkpoint.SmallInitialization.SINGLE;
import static org.initweights.internal.files.checkpoint.SmallInitialization.files;
import static org.initweights.internal.files.checkpoint.SmallInitialization.initialization;
import static org.initweights.internal.files.checkpoint.SmallInitialization.saved;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.initweights.Parameter;
import org.initweights.RandomSource;
import org.initweights.io.CheckpointException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a run that died leaves, and who may go on from there. */
class InterruptedInitializationTest {

    @TempDir
    private Path temporary;

    private Path folder;
    private Path checkpoint;

    @BeforeEach
    void resolve() throws IOException {
        folder = Files.createDirectory(temporary.toRealPath().resolve("drawn"));
        checkpoint = folder.resolve("model.safetensors");
    }

    /** Dies after each number of parameters, the last included, and goes on from there. */
    @ParameterizedTest
    @ValueSource(longs = {SINGLE, SEVERAL})
    void goesOnWhereItWasInterrupted(long shardBytes) throws IOException {
        Map<String, String> expected = saved(temporary, RandomSource.torch(3), shardBytes);
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

        assertThat(saved(temporary, source, SINGLE)).isEqualTo(saved(temporary, RandomSource.torch(3), SINGLE));
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

    /** It is looked at before it gets its name, though nothing more is drawn. */
    @ParameterizedTest
    @ValueSource(longs = {SINGLE, SEVERAL})
    void filesThatWereChangedAfterAllWasDrawnAreRefused(long shardBytes) throws IOException {
        assertThatIllegalStateException()
                .isThrownBy(() -> initialization(shardBytes, (parameter, done, total) -> {
                            if (parameter.name().equals("d")) {
                                throw new IllegalStateException("no power");
                            }
                        })
                        .run(checkpoint, RandomSource.seeded(3)));
        try (Stream<Path> all = Files.list(folder)) {
            Path last = all.filter(file -> file.toString().endsWith(".partial"))
                    .max(Comparator.naturalOrder())
                    .orElseThrow();
            byte[] bytes = Files.readAllBytes(last);
            bytes[bytes.length - 1] ^= 1;
            Files.write(last, bytes);
        }

        assertRefused(
                () -> initialization(shardBytes, NOBODY).run(checkpoint, RandomSource.seeded(3)),
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

    private static void assertRefused(ThrowingCallable run, String problem) {
        assertThatExceptionOfType(CheckpointException.class).isThrownBy(run).withMessageContaining(problem);
    }
}
