package org.initweights.internal.files.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.initweights.internal.files.checkpoint.SmallInitialization.NOBODY;
import static org.initweights.internal.files.checkpoint.SmallInitialization.PARAMETERS;
import static org.initweights.internal.files.checkpoint.SmallInitialization.SEVERAL;
import static org.initweights.internal.files.checkpoint.SmallInitialization.SINGLE;
import static org.initweights.internal.files.checkpoint.SmallInitialization.files;
import static org.initweights.internal.files.checkpoint.SmallInitialization.initialization;
import static org.initweights.internal.files.checkpoint.SmallInitialization.saved;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.initweights.DType;
import org.initweights.InitializeOptions;
import org.initweights.Initializers;
import org.initweights.JaxKey;
import org.initweights.Parameter;
import org.initweights.Plan;
import org.initweights.RandomSource;
import org.initweights.TensorShape;
import org.initweights.internal.files.TensorContent;
import org.initweights.internal.files.plan.PlannedParameter;
import org.initweights.io.CheckpointException;
import org.initweights.io.ElementType;
import org.initweights.io.SaveOptions;
import org.initweights.testing.BaseFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is drawn into files is what a model in memory is saved to. */
class FileInitializationTest {

    @TempDir
    private Path temporary;

    private Path folder;
    private Path checkpoint;

    @BeforeEach
    void resolve() throws IOException {
        folder = Files.createDirectory(temporary.toRealPath().resolve("drawn"));
        checkpoint = folder.resolve("model.safetensors");
    }

    @ParameterizedTest
    @ValueSource(longs = {SINGLE, SEVERAL})
    void writesTheFilesThatSavingWrites(long shardBytes) throws IOException {
        List<String> told = new ArrayList<>();

        initialization(shardBytes, (parameter, done, total) -> told.add(parameter.name() + " " + done + "/" + total))
                .run(checkpoint, RandomSource.seeded(3));

        assertThat(files(folder)).isEqualTo(saved(temporary, RandomSource.seeded(3), shardBytes));
        assertThat(told).containsExactly("a 5/20", "b 7/20", "c 14/20", "d 20/20");
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
                .isEqualTo(saved(temporary, RandomSource.torch(3), SINGLE));
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
    void refusesWhatCannotBeDrawnOrIsNotThereBeforeAnythingIsWritten() throws IOException {
        Parameter narrow =
                PlannedParameter.of("narrow", TensorShape.of(5), DType.F32, Initializers.truncNormal(0, 1e-45, 1, 2));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> initialization(List.of(PARAMETERS.get(0), narrow), "plan", SINGLE, NOBODY)
                        .run(checkpoint, RandomSource.jax(3)))
                .withMessageStartingWith("narrow: ")
                .withMessageEndingWith("[Undrawable]");
        Path stored = new BaseFile()
                .doubles("w", new double[] {1, 2}, 2)
                .write(temporary.toRealPath().resolve("base.safetensors"));
        Parameter begun = PlannedParameter.of(
                "begun", TensorShape.of(2), DType.F32, Initializers.from(stored).copy("w"));
        Files.delete(stored);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> initialization(List.of(PARAMETERS.get(0), begun), "plan", SINGLE, NOBODY)
                        .run(checkpoint, RandomSource.seeded(3)))
                .withMessageStartingWith("begun: copy(\"w\") needs the checkpoint " + stored);
        assertThat(files(folder)).isEmpty();
    }

    /** So that files of both may stand beside each other; the keys of the source count, by the names of what is drawn. */
    @Test
    void severalFilesAreThoseThatAreWrittenOneByOne() throws IOException {
        Plan plan = Plan.of(w -> PARAMETERS.forEach(p -> w.tensor(p.name(), p.shape(), p.dtype(), p.initializer())));
        RandomSource keys = RandomSource.jax(name -> JaxKey.of(name.length()));
        SaveOptions several = SaveOptions.defaults().withShardsOf(SEVERAL);

        plan.initialize(checkpoint, keys, InitializeOptions.defaults().withFiles(several));

        List<Plan.Shard> shards = plan.shards(several);
        assertThat(shards).hasSizeGreaterThan(2);
        for (Plan.Shard shard : shards) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            shard.write(Channels.newChannel(bytes), keys);
            assertThat(folder.resolve(shard.fileName())).hasBinaryContent(bytes.toByteArray());
        }
    }

    /** Of what is drawn, plan and source tell files apart; of what is given, its elements. */
    @Test
    void filesOfOtherGivenElementsHaveAnotherIdentity() throws IOException {
        assertThat(identity(3)).isEqualTo(identity(3)).isNotEqualTo(identity(4));
    }

    private String identity(float element) throws IOException {
        TensorContent given = new TensorContent("a", ElementType.F32, TensorShape.of(5), (from, count, target) -> {
            for (int i = 0; i < count; i++) {
                target.putFloat(element);
            }
        });
        Path written = Files.createTempDirectory(temporary, "given");
        initialization(SEVERAL, NOBODY)
                .with(new GivenTensors(Map.of("a", given), "given"))
                .run(written.resolve("model.safetensors"), RandomSource.seeded(3));
        String index = Files.readString(written.resolve("model.safetensors.index.json"));
        Matcher identity = Pattern.compile("\"save_id\": *\"([0-9a-f]{32})\"").matcher(index);
        assertThat(identity.find()).isTrue();
        return identity.group(1);
    }

    @ParameterizedTest
    @ValueSource(longs = {SINGLE, SEVERAL})
    void aFileThatIsReplacedLeavesItsPermissions(long shardBytes) throws IOException {
        assumeThat(Files.getFileStore(folder).supportsFileAttributeView("posix"))
                .isTrue();
        Set<PosixFilePermission> odd = PosixFilePermissions.fromString("rwx---r-x");
        initialization(shardBytes, NOBODY).run(checkpoint, RandomSource.seeded(3));
        setPermissions(odd);

        initialization(shardBytes, NOBODY).run(checkpoint, RandomSource.seeded(4));

        try (Stream<Path> written = Files.list(folder)) {
            for (Path file : written.toList()) {
                assertThat(Files.getPosixFilePermissions(file)).isEqualTo(odd);
            }
        }
    }

    private void setPermissions(Set<PosixFilePermission> permissions) throws IOException {
        try (Stream<Path> written = Files.list(folder)) {
            for (Path file : written.toList()) {
                Files.setPosixFilePermissions(file, permissions);
            }
        }
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
        assertThat(files(folder)).isEqualTo(saved(temporary, RandomSource.seeded(3), SINGLE));
    }

    private static void assertRefused(ThrowingCallable run, String problem) {
        assertThatExceptionOfType(CheckpointException.class).isThrownBy(run).withMessageContaining(problem);
    }
}
