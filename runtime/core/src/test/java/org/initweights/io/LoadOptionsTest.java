package org.initweights.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.initweights.Initializers.constant;
import static org.initweights.Initializers.kaimingNormal;
import static org.initweights.Initializers.normal;
import static org.initweights.Initializers.uniform;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.initweights.DType;
import org.initweights.Initializer;
import org.initweights.Parameter;
import org.initweights.Parameters;
import org.initweights.RandomSource;
import org.initweights.TensorShape;
import org.initweights.Weights;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A file's tensors become a model's parameters as the options say; what does not fit is named with its cure. */
class LoadOptionsTest {

    @TempDir
    private Path folder;

    private Parameters saved(Path file, Map<String, long[]> tensors) throws IOException {
        Parameters parameters = Weights.of(w -> tensors.forEach((name, dims) -> w.tensor(name, normal(0, 1), dims)))
                .initialize(7)
                .parameters();
        parameters.save(file);
        return parameters;
    }

    private static Parameters model(Map<String, long[]> tensors) {
        return Weights.of(w -> tensors.forEach((name, dims) -> w.tensor(name, constant(-9), dims)))
                .initialize(1)
                .parameters();
    }

    private static double[] values(Parameter parameter) {
        return IntStream.range(0, (int) parameter.elements())
                .mapToDouble(parameter::get)
                .toArray();
    }

    @Test
    void gpt2OfHuggingFaceLoadsIntoOtherNames() throws IOException {
        Path file = folder.resolve("gpt2.safetensors");
        Parameters theirs = saved(
                file,
                Map.of(
                        "transformer.wte.weight", new long[] {11, 4},
                        "transformer.h.0.attn.c_attn.weight", new long[] {4, 12},
                        "transformer.h.10.attn.c_attn.weight", new long[] {4, 12},
                        "transformer.h.0.attn.c_attn.bias", new long[] {12}));
        Parameters ours = model(Map.of(
                "wte.weight", new long[] {11, 4},
                "blocks.0.attn.c_attn.weight", new long[] {12, 4},
                "blocks.10.attn.c_attn.weight", new long[] {12, 4},
                "blocks.0.attn.c_attn.bias", new long[] {12}));
        LoadOptions options = LoadOptions.strict()
                .withoutPrefix("transformer.")
                .renamed("^h\\.(\\d+)", "blocks.$1")
                .transposed("**.c_attn.weight");

        LoadReport explained = ours.explainLoad(file, options);
        assertThat(values(ours.get("wte.weight"))).containsOnly(-9);
        LoadReport report = ours.load(file, options);

        assertThat(report).isEqualTo(explained);
        assertThat(report.loaded()).hasSize(4);
        assertThat(report.toString())
                .contains("  blocks.10.attn.c_attn.weight: from transformer.h.10.attn.c_attn.weight, axes [1, 0]\n");
        assertThat(values(ours.get("wte.weight"))).isEqualTo(values(theirs.get("transformer.wte.weight")));
        Parameter mine = ours.get("blocks.10.attn.c_attn.weight");
        Parameter its = theirs.get("transformer.h.10.attn.c_attn.weight");
        for (int out = 0; out < 12; out++) {
            for (int in = 0; in < 4; in++) {
                assertThat(mine.get(out * 4L + in)).isEqualTo(its.get(in * 12L + out));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"safetensors", "npz"})
    void kernelsOfKerasBecomeThoseOfPyTorch(String format) throws IOException {
        Path file = folder.resolve("keras." + format);
        Parameters theirs = Weights.of(w -> w.tensor("conv.kernel", normal(0, 1), 3, 5, 2, 7))
                .initialize(7)
                .parameters();
        if (format.equals("npz")) {
            Npz.writeCompressed(theirs, file);
        } else {
            theirs.save(file);
        }
        Parameters ours = model(Map.of("conv.weight", new long[] {7, 2, 3, 5}));

        ours.load(file, LoadOptions.strict().renamed("kernel$", "weight").permuted("conv.weight", 3, 2, 0, 1));

        for (int o = 0; o < 7; o++) {
            for (int i = 0; i < 2; i++) {
                for (int h = 0; h < 3; h++) {
                    for (int x = 0; x < 5; x++) {
                        assertThat(ours.get("conv.weight").get(((o * 2L + i) * 3 + h) * 5 + x))
                                .isEqualTo(theirs.get("conv.kernel").get(((h * 5L + x) * 2 + i) * 7 + o));
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(DType.class)
    void matricesLargerThanTheBufferAreTransposedInBands(DType dtype) throws IOException {
        int rows = 6_007;
        int columns = 3_001 * 4 / dtype.bytes();
        Path file = folder.resolve("large.safetensors");
        Weights theirs = Weights.of(w -> w.tensor("w", TensorShape.of(rows, columns), DType.F32, uniform(0, 1)));
        theirs.initialize(3).parameters().save(file);
        Parameters ours = Weights.of(w -> w.tensor("w", TensorShape.of(columns, rows), dtype, constant(0)))
                .initialize(1)
                .parameters();

        ours.load(file, LoadOptions.strict().transposed("w").converted());

        Parameter same = theirs.parameters().get("w");
        for (long i = 0; i < same.elements(); i += 997) {
            double found = ours.get("w").get(i % columns * rows + i / columns);
            assertThat(found).isCloseTo(same.get(i), within(0.004));
        }
        assertThat(ours.get("w").get((columns - 1L) * rows + rows - 1))
                .isCloseTo(same.get(same.elements() - 1), within(0.004));
    }

    @Test
    void tensorsOfAnyTypeComeFromOtherTensors() throws IOException {
        double[] odd = {
            0,
            -0.0,
            1,
            -1.5,
            65_504,
            65_519.99,
            65_520,
            -1e30,
            3.4e38,
            3.5e38,
            1e300,
            Double.NaN,
            Double.POSITIVE_INFINITY,
            Double.MIN_VALUE,
            5.96e-8,
            2.98e-8,
            2.9802322387695312e-8,
            1.00048828125,
            1.0004882812500002,
            1.00146484375,
            1.0014648437499998,
            1.00390625,
            1.0039062500000002,
            1e-40,
            1e-45
        };
        for (DType from : DType.values()) {
            Parameters theirs = Weights.of(w -> w.tensor("w", TensorShape.of(odd.length), from, constant(0)))
                    .initialize(1)
                    .parameters();
            set(theirs.get("w"), odd);
            Path file = folder.resolve(from + ".safetensors");
            theirs.save(file);
            for (DType to : DType.values()) {
                Parameters ours = Weights.of(w -> w.tensor("w", TensorShape.of(odd.length), to, constant(7)))
                        .initialize(1)
                        .parameters();
                LoadReport report = ours.load(file, LoadOptions.strict().converted());
                long overflows = 0;
                for (int i = 0; i < odd.length; i++) {
                    double exact = theirs.get("w").get(i);
                    double expected = nearest(exact, to);
                    assertThat(Double.valueOf(ours.get("w").get(i)))
                            .as(from + " " + exact + " to " + to)
                            .isEqualTo(Double.valueOf(expected));
                    overflows += Double.isFinite(exact) && Double.isInfinite(expected) ? 1 : 0;
                }
                assertThat(report.tensors().get(0).overflows()).isEqualTo(overflows);
            }
        }
    }

    /** Writes numbers by the file's way in, so that no other conversion is asked. */
    private static void set(Parameter parameter, double[] values) {
        ByteBuffer bytes = ByteBuffer.allocate(values.length * parameter.dtype().bytes());
        for (double value : values) {
            double nearest = nearest(value, parameter.dtype());
            switch (parameter.dtype()) {
                case F64 -> bytes.putDouble(nearest);
                case F32 -> bytes.putFloat((float) nearest);
                case BF16 -> bytes.putShort((short) (Float.floatToRawIntBits((float) nearest) >>> 16));
                case F16 -> bytes.putShort(half(nearest));
            }
        }
        parameter.decode(0, values.length, bytes.flip());
    }

    /** The number of a type that is nearest, and of two the one with the even last bit, by looking at all that there are. */
    private static double nearest(double value, DType type) {
        if (type == DType.F64 || Double.isNaN(value) || Double.isInfinite(value) || value == 0) {
            return value;
        }
        if (type == DType.F32) {
            return (float) value;
        }
        double best = 0;
        int bestBits = 0;
        double magnitude = Math.abs(value);
        int infinity = type == DType.F16 ? 0x7C00 : 0x7F80;
        for (int bits = 0; bits <= infinity; bits++) {
            double candidate = type == DType.F16 ? ofHalf(bits) : Float.intBitsToFloat(bits << 16);
            if (bits == infinity) {
                // Where the next number would be, if there were one.
                candidate = type == DType.F16 ? 65_536 : 0x1p128;
            }
            double distance = Math.abs(candidate - magnitude);
            double other = Math.abs(best - magnitude);
            if (distance < other || (distance == other && (bits & 1) == 0)) {
                best = candidate;
                bestBits = bits;
            }
        }
        return Math.copySign(bestBits == infinity ? Double.POSITIVE_INFINITY : best, value);
    }

    private static double ofHalf(int bits) {
        int exponent = bits >> 10;
        return exponent == 0 ? bits * 0x1p-24 : Math.scalb(1024.0 + (bits & 1023), exponent - 25);
    }

    private static short half(double value) {
        if (Double.isNaN(value)) {
            return 0x7E00;
        }
        int sign = Math.copySign(1, value) < 0 ? 0x8000 : 0;
        for (int bits = 0; bits < 0x7C00; bits++) {
            if (ofHalf(bits) == Math.abs(value)) {
                return (short) (bits | sign);
            }
        }
        return (short) (0x7C00 | sign);
    }

    @Test
    void anotherTypeIsAMismatchWithItsCure() throws IOException {
        Path file = folder.resolve("half.safetensors");
        Weights.of(w -> w.tensor("w", TensorShape.of(4), DType.BF16, normal(0, 1)))
                .initialize(1)
                .parameters()
                .save(file);
        assertThatExceptionOfType(MismatchException.class)
                .isThrownBy(() -> model(Map.of("w", new long[] {4})).load(file))
                .withMessageContaining("w: type F32 in the model, but BF16 in the file")
                .withMessageEndingWith("LoadOptions may help: converted()");
    }

    @Test
    void aPrefixThatWouldHelpIsNamed() throws IOException {
        Path file = folder.resolve("prefixed.safetensors");
        saved(file, Map.of("model.layers.0.w", new long[] {2, 3}, "model.layers.1.w", new long[] {2, 3}));
        Parameters ours = model(Map.of("layers.0.w", new long[] {3, 2}, "layers.1.w", new long[] {3, 2}));

        assertThatExceptionOfType(MismatchException.class)
                .isThrownBy(() -> ours.load(file))
                .withMessageEndingWith("LoadOptions may help: withoutPrefix(\"model.\")");
        assertThatExceptionOfType(MismatchException.class)
                .isThrownBy(() -> ours.load(file, LoadOptions.strict().withoutPrefix("model.")))
                .withMessageContaining("LoadOptions may help: transposed(\"layers.")
                .withMessageContaining("transposed(\"layers.0.w\")")
                .withMessageContaining("transposed(\"layers.1.w\")");
        ours.load(file, LoadOptions.strict().withoutPrefix("model.").transposed("layers.*.w"));

        Path part = folder.resolve("part.safetensors");
        saved(part, Map.of("0.w", new long[] {3, 2}, "1.w", new long[] {3, 2}));
        assertThatExceptionOfType(MismatchException.class)
                .isThrownBy(() -> ours.load(part))
                .withMessageEndingWith("LoadOptions may help: withPrefix(\"layers.\")");
        ours.load(part, LoadOptions.strict().withPrefix("layers."));
    }

    @Test
    void namesThatBecomeOneAreRefused() throws IOException {
        Path file = folder.resolve("two.safetensors");
        saved(file, Map.of("a.w", new long[] {2}, "b.w", new long[] {2}));
        Parameters ours = model(Map.of("w", new long[] {2}));
        for (LoadOptions options : List.of(LoadOptions.strict(), LoadOptions.lenient())) {
            assertThatExceptionOfType(CheckpointException.class)
                    .isThrownBy(() -> ours.load(file, options.renamed("^\\w\\.", "")))
                    .withMessageContaining("would both be w in the model");
        }
        assertThat(values(ours.get("w"))).containsOnly(-9);
    }

    @Test
    void anOptionThatChangesNothingIsAMistake() throws IOException {
        Path file = folder.resolve("w.safetensors");
        saved(file, Map.of("w", new long[] {2}));
        Parameters ours = model(Map.of("w", new long[] {2}));
        for (LoadOptions options : List.of(
                LoadOptions.strict().withoutPrefix("modle."),
                LoadOptions.strict().renamed("^blocks", "layers"),
                LoadOptions.strict().renamed(name -> name),
                LoadOptions.strict().transposed("v"))) {
            assertThatExceptionOfType(MismatchException.class).isThrownBy(() -> ours.load(file, options));
        }
        LoadReport report =
                ours.load(file, LoadOptions.lenient().withoutPrefix("modle.").transposed("v"));
        assertThat(report.loaded()).containsExactly("w");
        assertThat(report.skipped())
                .extracting(Object::toString)
                .containsExactly(
                        "withoutPrefix(\"modle.\"): it changes no name of the file",
                        "transposed(\"v\"): it matches no parameter that the file has");
    }

    @Test
    void patternsAreCheckedWhenTheyAreGiven() {
        LoadOptions options = LoadOptions.strict();
        assertThatIllegalArgumentException().isThrownBy(() -> options.renamed("(", "x"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> options.renamed("^(\\w)", "$2"))
                .withMessage("renamed: the replacement \"$2\" names the group 2, and \"^(\\w)\" has 1");
        assertThatIllegalArgumentException().isThrownBy(() -> options.renamed("a", "b$"));
        assertThatIllegalArgumentException().isThrownBy(() -> options.withoutPrefix(""));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> options.permuted("w", 0, 2))
                .withMessageContaining("each number from 0 to 1 must be there once");
        assertThat(options.withoutPrefix("m.").converted()).hasToString("strict().withoutPrefix(\"m.\").converted()");
    }

    @ParameterizedTest
    @ValueSource(strings = {"seeded", "torch"})
    void whatTheFileDoesNotHaveStartsAsTheModelSays(String source) throws IOException {
        Path file = folder.resolve("base.safetensors");
        Parameters base = saved(file, Map.of("body.w", new long[] {3, 3}, "head.w", new long[] {9, 3}));
        Initializer rule = kaimingNormal();
        Weights fresh = Weights.of(w -> w.tensor("body.w", rule, 3, 3).tensor("head.w", rule, 2, 3));
        RandomSource forHead = source.equals("torch") ? RandomSource.torch(5) : RandomSource.seeded(5);
        RandomSource again = source.equals("torch") ? RandomSource.torch(5) : RandomSource.seeded(5);

        LoadReport report = fresh.parameters().load(file, LoadOptions.lenient().initializingRest(forHead));

        assertThat(report.initialized()).containsExactly("head.w");
        assertThat(report.skipped()).singleElement().isInstanceOf(Mismatch.WrongShape.class);
        assertThat(values(fresh.parameters().get("body.w"))).isEqualTo(values(base.get("body.w")));
        double[] alone = values(Weights.of(w -> w.tensor("head.w", rule, 2, 3))
                .initialize(again)
                .parameters()
                .get("head.w"));
        assertThat(values(fresh.parameters().get("head.w"))).isEqualTo(alone);
        // A head of another shape is not overlooked where nothing may be.
        assertThatExceptionOfType(MismatchException.class)
                .isThrownBy(() ->
                        fresh.parameters().load(file, LoadOptions.strict().initializingRest(RandomSource.seeded(1))));
    }

    @Test
    void strictLoadingMayStartWhatIsMissing() throws IOException {
        Path file = folder.resolve("base.safetensors");
        saved(file, Map.of("body.w", new long[] {3, 3}));
        Parameters ours = model(Map.of("body.w", new long[] {3, 3}, "head.w", new long[] {2}));
        set(ours.get("head.w"), new double[] {1, 2});
        LoadReport report = ours.load(file, LoadOptions.strict().initializingRest(RandomSource.seeded(1)));
        assertThat(report.initialized()).containsExactly("head.w");
        assertThat(values(ours.get("head.w"))).containsOnly(-9);
    }

    private static Parameters tied() {
        float[] shared = new float[6];
        return Parameters.of(p -> p.tensor("wte.weight", shared, normal(0, 1), 3, 2)
                .tensor("lm_head.weight", shared, normal(0, 1), 3, 2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"wte.weight", "lm_head.weight"})
    void aTiedTensorLoadsUnderEachOfItsNames(String name) throws IOException {
        Path file = folder.resolve("tied.safetensors");
        Parameters theirs = saved(file, Map.of(name, new long[] {3, 2}));
        Parameters ours = tied();
        assertThat(ours.load(file).loaded()).containsExactly("wte.weight");
        assertThat(values(ours.get("wte.weight"))).isEqualTo(values(theirs.get(name)));
    }

    @Test
    void tiedTensorsThatDifferInTheFileAreRefused() throws IOException {
        Path same = folder.resolve("same.safetensors");
        Path differ = folder.resolve("differ.safetensors");
        Map<String, long[]> both = Map.of("wte.weight", new long[] {3, 2}, "lm_head.weight", new long[] {3, 2});
        Parameters theirs = model(both);
        theirs.save(same);
        saved(differ, both);
        assertThat(tied().load(same).loaded()).containsExactly("wte.weight");
        assertThatExceptionOfType(MismatchException.class)
                .isThrownBy(() -> tied().load(differ))
                .withMessageContaining("lm_head.weight: other elements than wte.weight, which is loaded");
    }

    @Test
    void aTiedTensorIsSavedOnceWithItsOtherNames() throws IOException {
        Path file = folder.resolve("tied.safetensors");
        Parameters parameters = tied();
        parameters.initialize(1);
        parameters.save(file);
        try (Checkpoint checkpoint = Checkpoint.open(file)) {
            assertThat(checkpoint.tensors()).extracting(CheckpointTensor::name).containsExactly("wte.weight");
            assertThat(checkpoint.metadata()).containsEntry("lm_head.weight", "wte.weight");
        }
        tied().save(file, SaveOptions.withoutMetadata());
        try (Checkpoint checkpoint = Checkpoint.open(file)) {
            assertThat(checkpoint.metadata()).isEmpty();
        }
    }

    @Test
    void loadsFromChannelsBytesAndJars() throws IOException {
        Path file = folder.resolve("w.safetensors");
        Parameters theirs = saved(file, Map.of("w", new long[] {300}));
        double[] expected = values(theirs.get("w"));
        byte[] bytes = Files.readAllBytes(file);

        Parameters ofBytes = model(Map.of("w", new long[] {300}));
        ofBytes.load(bytes, LoadOptions.strict());
        assertThat(values(ofBytes.get("w"))).isEqualTo(expected);

        Parameters ofChannel = model(Map.of("w", new long[] {300}));
        try (ReadableByteChannel channel = Channels.newChannel(Files.newInputStream(file))) {
            ofChannel.load(channel, LoadOptions.strict());
            assertThat(channel.isOpen()).isTrue();
        }
        assertThat(values(ofChannel.get("w"))).isEqualTo(expected);

        Path jar = folder.resolve("w.jar");
        try (FileSystem zip = FileSystems.newFileSystem(jar, Map.of("create", "true"))) {
            Files.copy(file, zip.getPath("w.safetensors"));
        }
        Parameters ofJar = model(Map.of("w", new long[] {300}));
        try (FileSystem zip = FileSystems.newFileSystem(jar)) {
            ofJar.load(zip.getPath("w.safetensors"), LoadOptions.strict());
        }
        assertThat(values(ofJar.get("w"))).isEqualTo(expected);
    }

    @Test
    void aStreamThatBreaksOffChangesNothing() throws IOException {
        Path file = folder.resolve("w.safetensors");
        saved(file, Map.of("a", new long[] {300}, "b", new long[] {300}));
        byte[] bytes = Files.readAllBytes(file);
        Parameters ours = model(Map.of("a", new long[] {300}, "b", new long[] {300}));
        for (int length : new int[] {0, 7, 20, bytes.length / 2, bytes.length - 1}) {
            assertThatExceptionOfType(CheckpointException.class)
                    .isThrownBy(() -> ours.load(Arrays.copyOf(bytes, length), LoadOptions.lenient()));
        }
        assertThat(values(ours.get("a"))).containsOnly(-9);
    }

    @Test
    void aStoredTensorGoesIntoAParameterOfAnyNameButNotOfAnyShape() throws IOException {
        Path file = folder.resolve("bf16.safetensors");
        Weights.of(w -> w.tensor("w", TensorShape.of(4, 2), DType.BF16, constant(3)))
                .initialize(1)
                .parameters()
                .save(file);
        try (Checkpoint checkpoint = Checkpoint.open(file)) {
            CheckpointTensor tensor = checkpoint.get("w");
            for (DType type : DType.values()) {
                Parameters ours = Weights.of(w -> w.tensor("x", TensorShape.of(4, 2), type, constant(0)))
                        .initialize(1)
                        .parameters();
                LoadedTensor loaded = tensor.copyTo(ours.get("x"));
                assertThat(values(ours.get("x"))).containsOnly(3);
                assertThat(loaded.nameInFile()).isEqualTo("w");
            }
            Parameters other = model(Map.of("x", new long[] {40}));
            assertThatExceptionOfType(MismatchException.class)
                    .isThrownBy(() -> tensor.copyTo(other.get("x")))
                    .withMessageContaining("x: shape [40] in the model, but [4, 2] in the file");
            Parameters own = model(Map.of("w", new long[] {4, 2}));
            tensor.copyTo(own.get("w"));
            assertThat(values(own.get("w"))).containsOnly(3);
        }
    }
}
