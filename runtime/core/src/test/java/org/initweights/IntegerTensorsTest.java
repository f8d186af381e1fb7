package org.initweights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.initweights.Initializers.constant;
import static org.initweights.Initializers.dirac;
import static org.initweights.Initializers.eye;
import static org.initweights.Initializers.normal;
import static org.initweights.Initializers.ones;
import static org.initweights.Initializers.table;
import static org.initweights.Initializers.uniform;
import static org.initweights.Initializers.values;
import static org.initweights.Initializers.zeros;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.initweights.io.LoadOptions;
import org.initweights.io.MismatchException;
import org.initweights.io.Npz;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IntegerTensorsTest {

    @TempDir
    private Path folder;

    private static Weights of(DType dtype, Initializer initializer, long... dims) {
        return Weights.of(w -> w.tensor("w", dtype, initializer, dims));
    }

    @Test
    void holdOnesAndZerosAndIntegerConstants() {
        List<Supplier<RandomSource>> sources = List.of(
                () -> RandomSource.seeded(1),
                () -> RandomSource.torch(1),
                () -> RandomSource.jax(1),
                () -> RandomSource.sequence(1));
        for (Supplier<RandomSource> source : sources) {
            assertThat(of(DType.I32, constant(-7), 3).initialize(source.get()).ints("w"))
                    .containsExactly(-7, -7, -7);
            assertThat(of(DType.I64, constant(0x1p62), 2)
                            .initialize(source.get())
                            .longs("w"))
                    .containsExactly(1L << 62, 1L << 62);
            assertThat(of(DType.I64, eye(), 2, 2).initialize(source.get()).longs("w"))
                    .containsExactly(1, 0, 0, 1);
            assertThat(of(DType.I32, dirac(), 1, 1, 3).initialize(source.get()).ints("w"))
                    .containsExactly(0, 1, 0);
            assertThat(of(DType.I32, zeros().withRows(1, 3, ones()), 4)
                            .initialize(source.get())
                            .ints("w"))
                    .containsExactly(0, 1, 1, 0);
        }
    }

    @Test
    void refuseWhatIsNoIntegerOfTheType() {
        for (Initializer other : List.of(
                constant(0.5), constant(0x1p31), constant(-0x1p31 - 1), zeros().withRows(0, 1, constant(1.5)))) {
            assertThatExceptionOfType(InitializationException.class)
                    .isThrownBy(() -> of(DType.I32, other, 4))
                    .withMessageStartingWith("w: ")
                    .withMessageContaining("no int")
                    .withMessageEndingWith("[IntegerValues]");
        }
        assertThatExceptionOfType(InitializationException.class)
                .isThrownBy(() -> of(DType.I64, constant(0x1p63), 4))
                .withMessageContaining("no long");
        assertThatExceptionOfType(InitializationException.class)
                .isThrownBy(() -> of(DType.I64, normal(), 4))
                .withMessage(
                        "w: N(0, 1²) gives floats, and this is a parameter of integers; use @Table, @Zeros, @Ones or"
                                + " @Constant, or keep it in floats [IntegerValues]");
        Parameter ints = of(DType.I32, zeros(), 2, 2).get("w");
        assertThatExceptionOfType(InitializationException.class).isThrownBy(() -> ints.with(normal()));
        assertThatExceptionOfType(InitializationException.class)
                .isThrownBy(() -> Plan.of(w -> w.tensor("w", DType.I32, normal(), 4)));
    }

    /** Of integers in range, whatever computes them: positions, indices, masks. */
    @Test
    void tablesAndValuesAreIntegersOrRefused() {
        assertThat(of(DType.I64, table("i0 * 100 + i1"), 2, 3).initialize(1).longs("w"))
                .containsExactly(0, 1, 2, 100, 101, 102);
        assertThat(of(DType.I32, table("floor(i0 / 2)"), 5).initialize(1).ints("w"))
                .containsExactly(0, 0, 1, 1, 2);
        assertThat(of(DType.I32, values(3, -1, 0x1p30), 3).initialize(1).ints("w"))
                .containsExactly(3, -1, 1 << 30);
        assertThat(of(DType.I32, table((i, shape) -> i[0] * i[0]), 4)
                        .initialize(1)
                        .ints("w"))
                .containsExactly(0, 1, 4, 9);
        assertThat(of(DType.I64, zeros().withRows(1, 2, table("i0 + 7")), 3)
                        .initialize(1)
                        .longs("w"))
                .containsExactly(0, 7, 0);

        refused(() -> of(DType.I32, table("i0 / 2"), 4), "w: table i0 / 2 is 0.5 at [1] of [4], which is no int");
        refused(
                () -> of(DType.I32, values(3, 0x1p31), 2),
                "w: 2 given values have 2.147483648E9 at 1, which is no int");
        refused(
                () -> of(DType.I64, zeros().withRows(1, 2, table("i0 + 0.5")), 3),
                "w: table i0 + 0.5 is 0.5 at [0] of [1], which is no long");
        refused(
                () -> of(DType.I32, uniform(0, 9).transformed("floor(x)"), 3),
                "gives floats, and this is a parameter of integers");
        // What is not looked at ahead is refused where it is written.
        refused(
                () -> of(DType.I32, table((i, shape) -> i[0] / 2.0), 4).initialize(1),
                "w: element 1 would be 0.5, which is no int");
        refused(
                () -> of(DType.I32, table("i0 < 5000 ? 1 : 0.25"), 6000).initialize(1),
                "w: element 5000 would be 0.25, which is no int");
        Path file = folder.resolve("planned.safetensors");
        refused(
                () -> Plan.of(w -> w.tensor("w", DType.I32, table("i0 < 5000 ? 1 : 0.25"), 6000))
                        .initialize(file, RandomSource.seeded(1)),
                "w: element 5000 would be 0.25, which is no int");
        assertThat(file).doesNotExist();
    }

    private static void refused(ThrowingCallable call, String problem) {
        assertThatExceptionOfType(InitializationException.class)
                .isThrownBy(call)
                .withMessageContaining(problem)
                .withMessageEndingWith("[IntegerValues]");
    }

    @Test
    void areNotTrainedAndOthersAreUnlessSaid() {
        Weights weights = Weights.of(w -> w.tensor("weight", ones(), 2)
                .tensor("batches", DType.I64, zeros())
                .nonTrainable(buffers ->
                        buffers.tensor("mean", zeros(), 2).scope("deep", deep -> deep.tensor("variance", ones(), 2))));

        assertThat(weights.parameters().trainable().stream().map(Parameter::name))
                .containsExactly("weight");
        assertThat(weights.get("deep.variance").with(zeros()).isTrainable()).isFalse();
        assertThat(weights.toString()).contains("mean [2] 0, not trained", "weight [2] 1\n");
    }

    @Test
    void tensorsThatAreThereMayBeIntegersOrNotTrained() {
        int[] ints = new int[4];
        long[][] longs = new long[2][3];
        float[] mean = new float[2];
        Parameters parameters = Parameters.of(p -> p.tensor("ints", ints, constant(3), 2, 2)
                .tensor("longs", longs, constant(-5), 2, 3)
                .nonTrainable(buffers -> buffers.tensor("mean", mean, ones(), 2)));

        parameters.initialize(1);

        assertThat(ints).containsOnly(3);
        assertThat(longs[1]).containsOnly(-5);
        assertThat(mean).containsOnly(1);
        assertThat(parameters.get("longs").dtype()).isEqualTo(DType.I64);
        assertThat(parameters.trainable().size()).isZero();
    }

    @Test
    void oneTensorIsEitherTrainedOrNot() {
        float[] array = new float[2];
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Parameters.of(p ->
                        p.tensor("a", array, ones(), 2).nonTrainable(buffers -> buffers.tensor("b", array, ones(), 2))))
                .withMessage("b: the same storage as a, which is trained; @Skip the one that is only another name");
    }

    @Test
    void areSavedAndLoadedToTheBit() throws Exception {
        Weights weights = Weights.of(w -> w.tensor("i", DType.I32, zeros(), 3).tensor("l", DType.I64, zeros(), 3));
        weights.ints("i")[1] = Integer.MIN_VALUE;
        weights.longs("l")[2] = (1L << 53) + 1;
        Path safetensors = folder.resolve("w.safetensors");
        Path npz = folder.resolve("w.npz");
        weights.parameters().save(safetensors);
        Npz.write(weights.parameters(), npz);

        assertThat(Files.readString(safetensors, java.nio.charset.StandardCharsets.ISO_8859_1))
                .contains("\"dtype\":\"I32\"", "\"dtype\":\"I64\"");
        for (Path file : List.of(safetensors, npz)) {
            Weights read = Weights.of(w -> w.tensor("i", DType.I32, zeros(), 3).tensor("l", DType.I64, zeros(), 3));
            read.parameters().load(file);
            assertThat(read.ints("i")).containsExactly(weights.ints("i"));
            assertThat(read.longs("l")).containsExactly(weights.longs("l"));
        }
    }

    @Test
    void otherIntegersAreConvertedIfAllFit() throws Exception {
        Weights longs = of(DType.I64, constant(-9), 5000).initialize(1);
        Path file = folder.resolve("longs.safetensors");
        longs.parameters().save(file);
        Weights ints = of(DType.I32, zeros(), 5000);

        assertThatExceptionOfType(MismatchException.class)
                .isThrownBy(() -> ints.parameters().load(file))
                .withMessageContaining("type I32 in the model, but I64 in the file")
                .withMessageContaining("converted()");
        ints.parameters().load(file, LoadOptions.strict().converted());
        assertThat(ints.ints("w")).containsOnly(-9);

        longs.longs("w")[4999] = 1L << 31;
        longs.parameters().save(file);
        assertThatExceptionOfType(MismatchException.class)
                .isThrownBy(() -> of(DType.I32, zeros(), 5000)
                        .parameters()
                        .load(file, LoadOptions.strict().converted()))
                .withMessageContaining("w: element 4999 is 2147483648, which is no int");
        Weights floats = of(DType.F32, zeros(), 5000);
        assertThatExceptionOfType(MismatchException.class)
                .isThrownBy(() ->
                        floats.parameters().load(file, LoadOptions.strict().converted()));
    }

    @Test
    void plansKeepTypeAndMark() throws Exception {
        Plan plan = Plan.of(w -> w.tensor("i", DType.I32, constant(4), 1000)
                .tensor("l", DType.I64, constant(1L << 40), 3)
                .nonTrainable(b -> b.tensor("f", ones(), 2)));
        Path json = folder.resolve("plan.json");
        plan.write(json);
        Plan read = Plan.read(json);
        assertThat(read.parameters().trainable().size()).isZero();
        assertThat(read.parameters().get("l").dtype()).isEqualTo(DType.I64);

        Path file = folder.resolve("planned.safetensors");
        read.initialize(file, RandomSource.torch(1));
        Weights weights = Weights.of(w -> w.tensor("i", DType.I32, zeros(), 1000)
                .tensor("l", DType.I64, zeros(), 3)
                .tensor("f", zeros(), 2));
        weights.parameters().load(file);
        assertThat(weights.ints("i")).containsOnly(4);
        assertThat(weights.longs("l")).containsOnly(1L << 40);

        assertThat(plan.withDType(DType.BF16).parameters().stream().map(Parameter::dtype))
                .containsExactly(DType.I32, DType.I64, DType.BF16);
        Files.writeString(json, Files.readString(json).replaceAll("\"trainable\": false,\\s*", ""));
        assertThat(Plan.read(json).parameters().get("f").isTrainable())
                .as("plans of earlier versions have parameters that are trained")
                .isTrue();
    }

    /** Against loops over the coordinates, and the bytes of the file against the format. */
    @Test
    void holdSwinsIndexOfRelativePositions() throws Exception {
        for (int[] window : new int[][] {{7, 7}, {3, 5}, {1, 4}, {12, 12}}) {
            int height = window[0];
            int width = window[1];
            int places = height * width;
            Weights weights = Weights.of(
                    w -> w.tensor("int", DType.I32, Initializers.swinRelativePositionIndex(width), places, places)
                            .tensor("long", DType.I64, Initializers.swinRelativePositionIndex(width), places, places));
            weights.initialize(1);
            assertThat(weights.get("int").isTrainable()).isFalse();
            Path file = folder.resolve("swin.safetensors");
            weights.parameters().save(file);
            ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
            byte[] header = new byte[(int) bytes.getLong()];
            bytes.get(header);
            JsonNode tensors = new ObjectMapper().readTree(header);
            assertThat(tensors.get("int").get("dtype").asText()).isEqualTo("I32");
            assertThat(tensors.get("long").get("dtype").asText()).isEqualTo("I64");
            int ints = bytes.position()
                    + tensors.get("int").get("data_offsets").get(0).asInt();
            int longs = bytes.position()
                    + tensors.get("long").get("data_offsets").get(0).asInt();
            for (int from = 0; from < places; from++) {
                for (int to = 0; to < places; to++) {
                    int down = from / width - to / width + height - 1;
                    int right = from % width - to % width + width - 1;
                    int row = down * (2 * width - 1) + right;
                    int index = from * places + to;
                    assertThat(weights.ints("int")[index]).isEqualTo(row);
                    assertThat(weights.longs("long")[index]).isEqualTo(row);
                    assertThat(bytes.getInt(ints + 4 * index)).isEqualTo(row);
                    assertThat(bytes.getLong(longs + 8 * index)).isEqualTo(row);
                }
            }
        }
    }
}
