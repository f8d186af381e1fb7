package org.initweights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.initweights.io.CheckpointException;
import org.initweights.testing.BaseFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What cannot be made of stored tensors is refused by the parameter's name, with the cure, before anything is written. */
class BaseWeightsRefusalTest {

    @TempDir
    Path folder;

    private Path file;
    private BaseWeights base;

    @BeforeEach
    void write() throws IOException {
        file = sample().write(folder.resolve("base.safetensors"));
        base = Initializers.from(file);
    }

    private static BaseFile sample() {
        return new BaseFile()
                .doubles("wte.weight", new double[] {1, 2, 3, 4, 5, 6}, 3, 2)
                .doubles("conv.weight", new double[12], 2, 3, 2)
                .doubles("large", new double[] {1e39, 1, Double.NaN, 2}, 2, 2)
                .doubles("bias", new double[] {1, Double.POSITIVE_INFINITY}, 2)
                .doubles("scalar", new double[1])
                .doubles("none", new double[0], 0)
                .bytes("ids", "I64", new byte[16], 2);
    }

    private interface Making {
        Initializer of(BaseWeights base);
    }

    static Stream<Arguments> refusals() {
        return Stream.of(
                refusal(
                        base -> base.copy("wte.wieght"),
                        "copy(\"wte.wieght\") needs a tensor that FILE does not have; did you mean \"wte.weight\"? [WeightsTensor]",
                        3,
                        2),
                refusal(
                        base -> base.copy("x"),
                        "copy(\"x\") needs a tensor that FILE does not have; there are [wte.weight, conv.weight, large, bias, scalar, none, ids] [WeightsTensor]",
                        3,
                        2),
                refusal(
                        base -> base.copy("ids"),
                        "copy(\"ids\") needs a tensor of F64, F32, F16 or BF16, but in FILE it is I64 [WeightsType]",
                        2),
                refusal(
                        base -> base.copy("wte.weight"),
                        "copy(\"wte.weight\") needs a parameter of the shape [3, 2], but it is [2, 3] [WeightsShape]",
                        2,
                        3),
                refusal(
                        base -> base.experts("wte.weight"),
                        "experts(\"wte.weight\") needs a parameter of the shape [3, 2], but it is [2, 3] [WeightsShape]",
                        8,
                        2,
                        3),
                refusal(
                        base -> base.experts("wte.weight"),
                        "experts(\"wte.weight\") needs a parameter of the shape [3, 2], but it is [2] [WeightsShape]",
                        2),
                refusal(
                        base -> base.resized("wte.weight"),
                        "resized(\"wte.weight\") needs a parameter of two dimensions whose rows are as long as those of the tensor, [3, 2], but it is [5, 3] [WeightsShape]",
                        5,
                        3),
                refusal(
                        base -> base.resized("conv.weight"),
                        "resized(\"conv.weight\") needs a parameter of two dimensions whose rows are as long as those of the tensor, [2, 3, 2], but it is [4, 3, 2] [WeightsShape]",
                        4,
                        3,
                        2),
                refusal(
                        base -> base.resized("bias"),
                        "resized(\"bias\") needs a parameter of one dimension, as the tensor, [2], but it is [4, 1] [WeightsShape]",
                        4,
                        1),
                refusal(
                        base -> base.resized("wte.weight"),
                        "resized(\"wte.weight\") needs a parameter of two dimensions whose rows are as long as those of the tensor, [3, 2], but it is [5] [WeightsShape]",
                        5),
                refusal(
                        base -> base.resized("scalar"),
                        "resized(\"scalar\") needs a parameter of two dimensions whose rows are as long as those of the tensor, [], but it is [5] [WeightsShape]",
                        5),
                refusal(
                        base -> base.resized("none"),
                        "resized(\"none\") needs old rows to make new ones of, and [0] has none [NoElements]",
                        5),
                refusal(
                        base -> base.widened("h", 1).outChannels("wte.weight"),
                        "outChannels(\"wte.weight\") cannot make 2 channels of the 3 of [3, 2]; wider is as many or more, up to 268435456 [WidenedChannels]",
                        2,
                        2),
                refusal(
                        base -> base.widened("h", 1).inChannels("wte.weight"),
                        "inChannels(\"wte.weight\") needs a parameter that has the shape of the tensor, [3, 2], but for its in channels, but it is [4, 4] [WeightsShape]",
                        4,
                        4),
                refusal(
                        base -> base.widened("h", 1).inChannels("wte.weight"),
                        "inChannels(\"wte.weight\") needs a weight in a layout, but it is [4] [WeightsShape]",
                        4),
                refusal(
                        base -> base.pissa("wte.weight", 3, 1).a(),
                        "pissa(\"wte.weight\", 3) needs a rank of no more than the smaller side of the matrix, but wte.weight is [3, 2]; use rank = 2 or less [AdapterRank]",
                        3,
                        2),
                refusal(
                        base -> base.olora("conv.weight", 1, 1).b(),
                        "olora(\"conv.weight\", 1) needs a matrix, but conv.weight is [2, 3, 2] [WeightsShape]",
                        2,
                        1),
                refusal(
                        base -> base.olora("wte.weight", 1, 1).b(),
                        "olora(\"wte.weight\", 1).b() needs a parameter of the shape [3, 1], but it is [1, 2] [WeightsShape]",
                        1,
                        2));
    }

    private static Arguments refusal(Making making, String message, long... shape) {
        return Arguments.of(making, message, shape);
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void whatDoesNotFitIsRefusedWhenItIsResolved(Making making, String message, long[] shape) {
        assertThatExceptionOfType(InitializationException.class)
                .isThrownBy(() -> Weights.of(w -> w.tensor("w", making.of(base), shape)))
                .withMessage("w: " + message.replace("FILE", file.toString()));
    }

    @Test
    void groupedWeightsAreNotWidened() {
        assertThatExceptionOfType(InitializationException.class)
                .isThrownBy(() -> base.widened("h", 1)
                        .outChannels("conv.weight")
                        .resolve(TensorShape.of(4, 3, 2).withGroups(2)))
                .withMessageContaining("is not grouped");
    }

    @Test
    void argumentsOutOfRangeAreRefusedAtOnce() {
        assertThatExceptionOfType(InitializationException.class)
                .isThrownBy(() -> base.pissa("wte.weight", 0, 1))
                .withMessageContaining("rank must be 1 or more");
        assertThatExceptionOfType(InitializationException.class)
                .isThrownBy(() -> base.olora("wte.weight", 1, 0))
                .withMessageContaining("scaling must be more than 0");
        assertThatExceptionOfType(InitializationException.class)
                .isThrownBy(() -> base.experts("wte.weight", -0.1))
                .withMessageContaining("cannot be negative");
        assertThatExceptionOfType(InitializationException.class)
                .isThrownBy(() -> LayerStack.repeated("h", 0))
                .withMessageContaining("layers must be 1 or more");
        assertThatExceptionOfType(InitializationException.class)
                .isThrownBy(() -> LayerStack.ranges("h", 0, 3, 2))
                .withMessageContaining("ranges(\"h\", 0, 3, 2) needs of each range");
        assertThatExceptionOfType(InitializationException.class)
                .isThrownBy(() -> LayerStack.ranges("h", 3, 3))
                .withMessageContaining("[LayerRange]");
        assertThatExceptionOfType(InitializationException.class)
                .isThrownBy(() -> LayerStack.ranges("h", 0, 2).apply("h.2.w"))
                .withMessageContaining("has 2 layers, and no layer 2");
    }

    @Test
    void onlyNumberedNamesBehindThePrefixAreLayers() {
        LayerStack stack = LayerStack.repeated("model.layers", 12);
        assertThat(stack.apply("model.layers.17.mlp.weight")).isEqualTo("model.layers.5.mlp.weight");
        assertThat(stack.apply("model.layers.17")).isEqualTo("model.layers.5");
        assertThat(stack.apply("model.layers.norm")).isEqualTo("model.layers.norm");
        assertThat(stack.apply("model.layers.1a.w")).isEqualTo("model.layers.1a.w");
        assertThat(stack.apply("xmodel.layers.17.w")).isEqualTo("xmodel.layers.17.w");
        assertThat(stack.apply("model.layers.99999999999.w")).isEqualTo("model.layers.99999999999.w");
        assertThat(stack).hasToString("repeated(\"model.layers\", 12)");
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        Path missing = folder.resolve("missing.safetensors");
        assertThatExceptionOfType(InitializationException.class)
                .isThrownBy(() ->
                        Weights.of(w -> w.tensor("w", Initializers.from(missing).copy("x"), 1)))
                .withMessage("w: copy(\"x\") needs the checkpoint " + missing
                        + ", which cannot be opened: there is no such file [WeightsFile]");
    }

    @Test
    void aFileThatIsNoCheckpointIsRefused() throws IOException {
        Path text = Files.writeString(folder.resolve("text.safetensors"), "no checkpoint, though it has the name");
        assertThatExceptionOfType(InitializationException.class)
                .isThrownBy(() -> Initializers.from(text).copy("x").resolve(TensorShape.of(1)))
                .withMessageContaining(text.toString())
                .withMessageEndingWith("[WeightsFile]");
    }

    /** The second parameter is at fault; the first is not touched. */
    @Test
    void nothingIsWrittenToAModelIfATensorHasGone() throws IOException {
        Weights weights = Weights.of(w -> w.tensor("first", Initializers.ones(), 4)
                .tensor("sliced", Initializers.ones().withRows(0, 3, base.copy("wte.weight")), 5, 2));
        new BaseFile().doubles("wte.weight", new double[8], 4, 2).write(file);
        assertThatExceptionOfType(InitializationException.class)
                .isThrownBy(() -> weights.initialize(1))
                .withMessage("sliced: copy(\"wte.weight\") was made for the shape [3, 2], but in " + file
                        + " the tensor is [4, 2] [WeightsShape]");
        assertThat(weights.floats("first")).containsOnly(0);
        Files.delete(file);
        assertThatExceptionOfType(InitializationException.class)
                .isThrownBy(() -> weights.initialize(1))
                .withMessageContaining("there is no such file");
        assertThat(weights.floats("first")).containsOnly(0);
    }

    @Test
    void nothingIsWrittenToACheckpointIfATensorHasGone() throws IOException {
        Plan plan = Plan.of(
                p -> p.tensor("first", Initializers.ones(), 4).tensor("second", base.resized("wte.weight"), 5, 2));
        Files.delete(file);
        assertThatExceptionOfType(InitializationException.class)
                .isThrownBy(() -> plan.initialize(folder.resolve("out.safetensors"), RandomSource.seeded(1)))
                .withMessageStartingWith("second: resized(\"wte.weight\") needs the checkpoint " + file);
        assertThat(folder).isEmptyDirectory();
    }

    /** Half of the parameters from one file and half from what came in its place would be no checkpoint that anybody asked for. */
    @Test
    void anInterruptedRunDoesNotGoOnWithAnotherFile() throws IOException {
        Plan plan = Plan.of(
                p -> p.tensor("first", base.copy("wte.weight"), 3, 2).tensor("second", base.copy("wte.weight"), 3, 2));
        Path out = folder.resolve("out.safetensors");
        Execution interrupting = Execution.serial()
                .withProgress((parameter, done, total) -> Thread.currentThread().interrupt());
        assertThatExceptionOfType(CancellationException.class)
                .isThrownBy(() -> plan.initialize(
                        out,
                        RandomSource.seeded(1),
                        InitializeOptions.defaults().withExecution(interrupting)));
        assertThat(Thread.interrupted()).isTrue();
        new BaseFile()
                .doubles("wte.weight", new double[] {6, 5, 4, 3, 2, 1}, 3, 2)
                .write(file);
        Files.setLastModifiedTime(file, FileTime.fromMillis(0));
        assertThatExceptionOfType(CheckpointException.class)
                .isThrownBy(() -> plan.initialize(out, RandomSource.seeded(1)))
                .withMessageContaining("another plan");
        plan.initialize(
                out, RandomSource.seeded(1), InitializeOptions.defaults().startOver());
        assertThat(out).exists();
    }

    @Test
    void anInterruptionIsNoFaultOfTheFile() {
        Weights weights = Weights.of(w -> w.tensor("w", base.copy("wte.weight"), 3, 2));
        Plan plan = Plan.of(weights.parameters());
        Path out = folder.resolve("out.safetensors");
        Thread.currentThread().interrupt();
        assertThatExceptionOfType(CancellationException.class).isThrownBy(() -> weights.initialize(1));
        assertThat(Thread.interrupted()).isTrue();
        Thread.currentThread().interrupt();
        assertThatExceptionOfType(CancellationException.class)
                .isThrownBy(() -> plan.initialize(out, RandomSource.seeded(1)));
        assertThat(Thread.interrupted()).isTrue();
        assertThat(weights.initialize(1).floats("w")).containsExactly(1, 2, 3, 4, 5, 6);
    }

    @Test
    void numbersThatTheTypeCannotHoldAreRefusedByTheParameter() {
        assertThatExceptionOfType(InitializationException.class)
                .isThrownBy(() ->
                        Weights.of(w -> w.tensor("w", base.copy("large"), 2, 2)).initialize(1))
                .withMessage(
                        "w: copy(\"large\") gives 1.0E39 at element 0, which F32 cannot hold; keep the parameter in F64"
                                + " [WeightsOverflow]");
        assertThat(Weights.of(w -> w.tensor("w", DType.F64, base.copy("large"), 2, 2))
                        .initialize(1)
                        .doubles("w"))
                .containsExactly(1e39, 1, Double.NaN, 2);
    }

    @Test
    void whatIsNotFiniteIsNotSplit() {
        assertThatExceptionOfType(InitializationException.class)
                .isThrownBy(() -> Weights.of(w -> w.tensor(
                                "w", DType.F64, base.pissa("large", 1, 1).residual(), 2, 2))
                        .initialize(1))
                .withMessage(
                        "w: pissa(\"large\", 1).residual() needs finite elements, of no more than 1.0E100, but row 1 of the tensor has NaN [WeightsNotFinite]");
    }

    @Test
    void newRowsAreNotMadeOfWhatIsNotFinite() {
        assertThatExceptionOfType(InitializationException.class)
                .isThrownBy(() -> Weights.of(w -> w.tensor("w", DType.F64, base.resized("large"), 3, 2))
                        .initialize(1))
                .withMessage(
                        "w: resized(\"large\") needs finite elements to make new rows of, but the mean of column 0 is NaN"
                                + " [WeightsNotFinite]");
        assertThat(Weights.of(w -> w.tensor("w", DType.F64, base.resized("large"), 1, 2))
                        .initialize(1)
                        .doubles("w"))
                .containsExactly(1e39, 1);
        assertThatExceptionOfType(InitializationException.class)
                .isThrownBy(() ->
                        Weights.of(w -> w.tensor("w", base.resized("bias"), 3)).initialize(1))
                .withMessage(
                        "w: resized(\"bias\") needs finite elements to make new ones of, but their mean is Infinity [WeightsNotFinite]");
        assertThat(Weights.of(w -> w.tensor("w", base.resized("bias"), 1))
                        .initialize(1)
                        .floats("w"))
                .containsExactly(1);
    }

    /** Relative to the plan's folder, which is not the working directory here. */
    @Test
    void pathsInPlansAreRelativeToThePlan() throws IOException {
        Path plan = folder.resolve("plan.json");
        Plan.of(p -> p.tensor("w", base.copy("wte.weight"), 3, 2)).write(plan);
        String text = Files.readString(plan);
        assertThat(text).contains("\"type\": \"copied\"").contains("\"tensor\": \"wte.weight\"");
        Path moved = Files.createDirectory(folder.resolve("moved"));
        Files.move(file, moved.resolve("base.safetensors"));
        Path edited = moved.resolve("plan.json");
        Files.writeString(edited, text.replace(file.toString().replace("\\", "\\\\"), "base.safetensors"));
        Plan.read(edited).initialize(moved.resolve("out.safetensors"), RandomSource.seeded(1));
        Weights loaded = Weights.of(w -> w.tensor("w", Initializers.zeros(), 3, 2));
        loaded.parameters().load(moved.resolve("out.safetensors"));
        assertThat(loaded.floats("w")).containsExactly(1, 2, 3, 4, 5, 6);
    }

    @Test
    void readsAsItIsWritten() {
        assertThat(Weights.of(w -> w.tensor("a", base.copy("wte.weight"), 3, 2)
                                .tensor("b", base.experts("wte.weight", 0.01), 8, 3, 2)
                                .tensor("c", base.resized("wte.weight"), 5, 2)
                                .tensor("d", base.widened("mlp", 7).outChannels("wte.weight"), 9, 2)
                                .tensor("e", base.pissa("wte.weight", 2, 2).residual(), 3, 2))
                        .toString())
                .isEqualTo("""
                        a [3, 2] copied from wte.weight of base.safetensors
                        b [8, 3, 2] copied from wte.weight of base.safetensors, 8 times, plus N(0, 0.01²)
                        c [5, 2] rows 0 : 3 copied from wte.weight of base.safetensors, 2 new from N(their mean, 1e-9 × their covariance)
                        d [9, 2] wte.weight of base.safetensors, 3 out channels widened to 9 by "mlp", seed 7
                        e [3, 2] PiSSA residual of rank 2, scaling 2, from wte.weight of base.safetensors
                        """);
        assertThat(base.widened("mlp", 7).outChannels("wte.weight"))
                .hasToString("from(" + file + ").outChannels(\"wte.weight\")");
    }
}
