package org.initweights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.initweights.internal.fill.OrthogonalFill;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Axes of inputs, outputs and batch, as {@code jax.nn.initializers} has them. */
class AxesTest {

    private static final TensorShape QUERY = TensorShape.of(512, 8, 64);

    @TempDir
    private Path folder;

    /** The rows were computed by {@code axes/axes_golden.py}, which has JAX's formula over NumPy's products. */
    @ParameterizedTest
    @CsvFileSource(files = "src/test/resources/axes/fans.csv", delimiter = ';', numLinesToSkip = 1)
    void haveJaxsFans(String dims, String in, String out, String batch, long fanIn, long fanOut) {
        long[] sizes = numbers(dims).stream().mapToLong(Integer::longValue).toArray();
        Axes axes = new Axes(numbers(in), numbers(out), numbers(batch));

        assertThat(TensorShape.of(sizes).withAxes(axes).fans()).isEqualTo(new Fans(fanIn, fanOut));
    }

    private static List<Integer> numbers(String text) {
        return text == null
                ? List.of()
                : List.of(text.split(" ")).stream().map(Integer::valueOf).toList();
    }

    @Test
    void areALayoutWhereOneHasThem() {
        assertThat(TensorShape.of(3, 3, 16, 32).withAxes(Axes.of(List.of(-2), List.of(-1))))
                .isEqualTo(TensorShape.of(3, 3, 16, 32).withLayout(Layout.SPATIAL_IN_OUT));
        assertThat(TensorShape.of(32, 16).withAxes(Axes.of(List.of(1), List.of(0))))
                .isEqualTo(TensorShape.of(32, 16));
        assertThat(TensorShape.of(8, 16, 32).withAxes(new Axes(List.of(1), List.of(2), List.of(0))))
                .isEqualTo(TensorShape.of(8, 16, 32).withStacked(1).withLayout(Layout.SPATIAL_IN_OUT));
        assertThat(QUERY.withAxes(Axes.of(List.of(0), List.of(2, -2))).axes())
                .contains(Axes.of(List.of(0), List.of(1, 2)));
    }

    @Test
    void areRefusedWhereThereAreNone() {
        refused(Axes.of(List.of(3), List.of(1)), "has no axis 3 for inAxes; its axes are 0 to 2, or -3 to -1");
        refused(Axes.of(List.of(0), List.of(-4)), "has no axis -4 for outAxes");
        refused(Axes.of(List.of(0), List.of(1, -3)), "has one axis 0, which outAxes names a second time");
        refused(new Axes(List.of(0), List.of(1), List.of(-2)), "which batchAxes names a second time");
        refused(Axes.of(List.of(1, 1), List.of(2)), "which inAxes names a second time");
        assertThatExceptionOfType(InitializationException.class)
                .isThrownBy(() -> TensorShape.of(3).withAxes(Axes.of(List.of(-2), List.of(-1))));
    }

    private static void refused(Axes axes, String problem) {
        assertThatExceptionOfType(InitializationException.class)
                .isThrownBy(() -> QUERY.withAxes(axes))
                .withMessageContaining(problem);
    }

    @Test
    void standAlone() {
        Axes axes = Axes.of(List.of(0), List.of(1, 2));
        assertThatExceptionOfType(InitializationException.class)
                .isThrownBy(() -> QUERY.withGroups(2).withAxes(axes));
        assertThatExceptionOfType(InitializationException.class)
                .isThrownBy(() -> QUERY.withAxes(axes).withLayout(Layout.SPATIAL_IN_OUT));
        assertThatExceptionOfType(InitializationException.class)
                .isThrownBy(() -> QUERY.withAxes(axes).withPacked(2));
        assertThatExceptionOfType(InitializationException.class)
                .isThrownBy(() -> QUERY.withAxes(axes).withStacked(1));
    }

    @Test
    void decideWhatIsOrthogonal() {
        Initializer orthogonal = Initializers.orthogonal(1);
        assertThat(orthogonal.resolve(QUERY.withAxes(Axes.of(List.of(0), List.of(1, 2)))))
                .isEqualTo(new OrthogonalFill(512, 512, 1));
        assertThat(orthogonal.resolve(TensorShape.of(8, 64, 100).withAxes(Axes.of(List.of(2), List.of(0, 1)))))
                .isEqualTo(new OrthogonalFill(512, 100, 1));
        assertThatExceptionOfType(InitializationException.class)
                .isThrownBy(() -> orthogonal.resolve(QUERY.withAxes(Axes.of(List.of(0, 2), List.of(1)))))
                .withMessageContaining("needs out axes that are the first or the last");
        for (Initializer rule : List.of(Initializers.deltaOrthogonal(1), Initializers.dirac(1), Initializers.icnr(2))) {
            assertThatExceptionOfType(InitializationException.class)
                    .isThrownBy(() ->
                            rule.resolve(TensorShape.of(3, 8, 8, 64).withAxes(Axes.of(List.of(1), List.of(2, 3)))))
                    .withMessageContaining("is not defined for [3, 8, 8, 64] with inAxes [1], outAxes [2, 3]");
        }
    }

    @Test
    void areInThePlanAndComeBack() throws IOException {
        TensorShape shape = QUERY.withAxes(new Axes(List.of(0), List.of(2), List.of(1)));
        Plan plan = Plan.of(declared -> declared.tensor("query", shape, DType.F32, Initializers.lecunNormal()));
        Path file = folder.resolve("plan.json");
        plan.write(file);

        assertThat(Files.readString(file)).contains("\"initweightsPlan\": 2");
        Parameter read = Plan.read(file).parameters().get("query");
        assertThat(read.shape()).isEqualTo(shape);
        assertThat(read.fill()).isEqualTo(plan.parameters().get("query").fill());
    }

    @Test
    void stayWithRowsOfTheirOwn() {
        TensorShape shape = QUERY.withAxes(Axes.of(List.of(0), List.of(1, 2)));
        Fill rows = Initializers.zeros()
                .withRows(0, 128, Initializers.lecunNormal())
                .resolve(shape);

        assertThat(rows.toString())
                .contains(Initializers.lecunNormal()
                        .resolve(TensorShape.of(128, 512).withLayout(Layout.SPATIAL_IN_OUT))
                        .toString());
    }
}
