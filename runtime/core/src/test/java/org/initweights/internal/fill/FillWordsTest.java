package org.initweights.internal.fill;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.initweights.Fill;
import org.initweights.Initializers;
import org.initweights.TensorShape;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Fills as people read them, in comments and reports. */
class FillWordsTest {

    static Stream<Arguments> words() {
        TensorShape conv = TensorShape.of(8, 2, 3);
        Fill normal = new NormalFill(0, 0.5);
        return Stream.of(
                Arguments.of(new ConstantFill(1.5), "1.5"),
                Arguments.of(new ConstantFill(10_001), "10001"),
                Arguments.of(new UniformFill(-2, 3), "U[-2, 3)"),
                Arguments.of(new UniformFill(0.123456, 1_000_001), "U[0.123456, 1000001)"),
                Arguments.of(new NormalFill(12.3456, 1 / 3.0), "N(12.3456, 0.3333²)"),
                Arguments.of(
                        Initializers.table("i0 / base", Map.of("base", 10_001)).resolve(TensorShape.of(3)),
                        "table i0 / base, base = 10001"),
                Arguments.of(new UniformFill(2, 2), "U[2, 2)"),
                Arguments.of(new EyeFill(2, 3), "identity"),
                Arguments.of(new DiracFill(conv, 1), "identity"),
                Arguments.of(new DiracFill(conv, 4), "identity in 4 groups"),
                Arguments.of(new OrthogonalFill(2, 3, 1), "orthogonal"),
                Arguments.of(new OrthogonalFill(2, 3, 2), "2 × orthogonal"),
                Arguments.of(new DeltaOrthogonalFill(conv, 1), "orthogonal at the centre"),
                Arguments.of(new DeltaOrthogonalFill(conv, -2), "-2 × orthogonal at the centre"),
                Arguments.of(new SparseFill(10, 3, 4, 0.5), "N(0, 0.5²), 4 of 10 zero in each column"),
                Arguments.of(new PartsFill(new EyeFill(2, 2), 3, 4), "3 × (identity)"),
                Arguments.of(new RepeatedFill(normal, 1, 3, 2), "N(0, 0.5²), each of 1 row 2 times"),
                Arguments.of(new RepeatedFill(normal, 2, 3, 1), "N(0, 0.5²), each of 2 rows 1 time"),
                Arguments.of(
                        new SlicedFill(
                                normal,
                                List.of(
                                        new SlicedFill.Range(0, 1, new ConstantFill(1)),
                                        new SlicedFill.Range(1, 2, new ConstantFill(2)),
                                        new SlicedFill.Range(2, 3, new ConstantFill(1))),
                                4),
                        "N(0, 0.5²) and in slices 1, 2"),
                Arguments.of(new InverseSoftplusFill(1, 2, 1), "softplus⁻¹ of log-U[1, 2)"));
    }

    @ParameterizedTest
    @MethodSource("words")
    void areShort(Fill fill, String words) {
        assertThat(fill).hasToString(words);
    }
}
