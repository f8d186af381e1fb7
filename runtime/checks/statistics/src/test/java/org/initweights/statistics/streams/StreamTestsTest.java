package org.initweights.statistics.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.initweights.Initializers.constant;
import static org.initweights.Initializers.normal;
import static org.initweights.Initializers.truncNormal;
import static org.initweights.Initializers.uniform;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.initweights.Initializer;
import org.initweights.Weights;
import org.initweights.statistics.battery.ChiSquare;
import org.initweights.statistics.battery.PValue;
import org.initweights.statistics.battery.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Short forms of the tests across streams, and what they say of what is wrong. Seeds are fixed. */
class StreamTestsTest {

    static Stream<StreamTest> passing() {
        return Stream.of(
                new Correlations(Neighbours.PATHS, 100, normal(), 1024),
                new Correlations(Neighbours.SEEDS, 100, uniform(-1, 1), 1024),
                new Avalanche(Input.SEED, 2000),
                new Avalanche(Input.NAME, 2000),
                new KeyCollisions(Neighbours.PATHS, 1 << 20),
                new KeyCollisions(Neighbours.SEEDS, 1 << 20));
    }

    @ParameterizedTest
    @MethodSource("passing")
    void streamsOfNeighboursAreIndependent(StreamTest test) {
        assertThat(test.run(1)).allMatch(value -> value.verdict() != Verdict.FAILED);
    }

    @ParameterizedTest
    @EnumSource(StreamShape.class)
    void valuesHaveTheirDistribution(StreamShape shape) {
        assertThat(new Values(shape, 1 << 10, 4, 1 << 18).run(1)).allMatch(value -> value.verdict() != Verdict.FAILED);
    }

    @Test
    void refusesStreamsThatAreEqual() {
        List<PValue> values = new Correlations(Neighbours.PATHS, 50, constant(1), 1024).run(1);

        assertThat(values).allMatch(value -> value.verdict() == Verdict.FAILED);
    }

    @Test
    void refusesANormalThatIsCutFarOut() {
        assertThat(asNormal(truncNormal(0, 1, -3.5, 3.5))).isEqualTo(Verdict.FAILED);
        assertThat(asNormal(truncNormal(0, 1, -9, 9))).isNotEqualTo(Verdict.FAILED);
    }

    @Test
    void refusesANormalThatIsAFiftiethTooWide() {
        assertThat(asNormal(normal(0, 1.02))).isEqualTo(Verdict.FAILED);
    }

    private static Verdict asNormal(Initializer initializer) {
        CellEdges edges = new CellEdges(NormalDistribution.of(0, 1), 1 << 12);
        long[] counts = new long[1 << 12];
        edges.count(
                Weights.of(weights -> weights.tensor("weight", initializer, 1 << 21))
                        .initialize(1)
                        .floats("weight"),
                counts);
        return ChiSquare.test("χ²", edges.probabilities(), counts).verdict();
    }

    @Test
    void cellsHaveTheValuesBetweenTheirEdges() {
        CellEdges edges = new CellEdges(NormalDistribution.of(0, 1), 8);
        long[] counts = new long[8];

        edges.count(new float[] {-9, -1, -0.5f, -0f, 0f, 0.5f, 1, 9}, counts);

        assertThat(counts).containsExactly(1, 1, 1, 0, 2, 1, 1, 1);
        assertThat(Arrays.stream(edges.probabilities()).sum()).isCloseTo(1, within(1e-12));
    }
}
