package org.initweights.report;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.initweights.Initializers.normal;
import static org.initweights.Initializers.table;
import static org.initweights.Initializers.truncNormal;
import static org.initweights.Initializers.uniform;
import static org.initweights.Initializers.values;
import static org.initweights.Initializers.weightNormGain;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.initweights.HalfFormat;
import org.initweights.Initializer;
import org.initweights.Parameters;
import org.initweights.RandomSource;
import org.junit.jupiter.api.Test;

/** Tables, given values and functions of what is drawn: reports believe them as they are written, and nothing else. */
class OwnValuesReportTest {

    private static final Map<String, Initializer> TABLES = Map.of(
            "sine",
            table("mod(i1, 2) == 0 ? sin(i0 / pow(10000, i1 / n1)) : cos(i0 / pow(10000, (i1 - 1) / n1))"),
            "slopes",
            table("pow(2, -8 * (i0 * n1 + i1 + 1) / (n0 * n1))"),
            "function",
            table((i, shape) -> 1.0 / (1 + i[0] + i[1])));

    private static final Map<String, Initializer> TRANSFORMS = Map.of(
            "log", uniform(1, 16).transformed("log(x)"),
            "exp", normal(0, 0.5).transformed("exp(x)"),
            "cosine", uniform(0, 6).transformed("cos(x)"),
            "square", truncNormal(0, 1, -2, 1).transformed("x * x"),
            "griffin", uniform(0.81, 0.998).transformed("log(expm1(-log(x) / 2))"));

    private static Initializer of(Map<String, Initializer> initializers, String name) {
        return Objects.requireNonNull(initializers.get(name));
    }

    private static List<Warning> warnings(Map<String, Initializer> initializers, Map<String, Initializer> written) {
        float[][] arrays = new float[initializers.size()][64 * 96];
        double[][] doubles = new double[initializers.size()][64 * 96];
        int[] number = {0};
        List<String> names = initializers.keySet().stream().sorted().toList();
        Parameters.of(p -> names.forEach(name -> p.tensor(name, arrays[number[0]], of(written, name), 64, 96)
                        .tensor(name + ".double", doubles[number[0]++], of(written, name), 64, 96)))
                .initialize(RandomSource.seeded(5));
        number[0] = 0;
        return InitReport.of(Parameters.of(p ->
                        names.forEach(name -> p.tensor(name, arrays[number[0]], of(initializers, name), 64, 96)
                                .tensor(name + ".double", doubles[number[0]++], of(initializers, name), 64, 96))))
                .warnings();
    }

    @Test
    void whatWasWrittenIsBelieved() {
        assertThat(warnings(TABLES, TABLES)).isEmpty();
        assertThat(warnings(TRANSFORMS, TRANSFORMS))
                .filteredOn(warning -> warning.parameter().isPresent())
                .isEmpty();
    }

    @Test
    void anotherTableIsSeen() {
        Map<String, Initializer> others = Map.of(
                "sine", table("mod(i1, 2) == 0 ? sin(i0 / pow(10000, i1 / n1)) : sin(i0 / pow(10000, i1 / n1))"),
                "slopes", table("pow(2, -8 * (i0 * n1 + i1) / (n0 * n1))"),
                "function", table("i0 == 3 ? i1 == 7 ? 0.091 : 1 / (1 + i0 + i1) : 1 / (1 + i0 + i1)"));
        assertThat(warnings(TABLES, others))
                .hasSize(6)
                .allMatch(warning -> warning.kind() == WarningKind.VALUES_OFF)
                .anyMatch(warning -> warning.message()
                        .equals("1 of its 6,144 elements are not those of table by a function: element 295 is 0.091,"
                                + " and should be 0.09091"));
    }

    @Test
    void anotherDistributionOfTheSameMomentsIsSeen() {
        Map<String, Initializer> plain =
                TRANSFORMS.entrySet().stream().collect(toMap(Map.Entry::getKey, entry -> like(entry.getValue())));
        assertThat(warnings(TRANSFORMS, plain))
                .filteredOn(warning -> warning.parameter().isPresent())
                .hasSize(10);
    }

    private static Initializer like(Initializer like) {
        return shape ->
                normal(like.resolve(shape).mean(), like.resolve(shape).std()).resolve(shape);
    }

    @Test
    void halfFloatsAreRoundedOnce() {
        short[] half = new short[64];
        short[] brain = new short[64];
        Parameters parameters = Parameters.of(p -> p.tensor("half", half, HalfFormat.FP16, table("sin(i0)"), 64)
                .tensor("brain", brain, HalfFormat.BF16, values(new double[64]), 64));
        parameters.initialize(RandomSource.seeded(5));
        assertThat(InitReport.of(parameters).warnings()).isEmpty();
        half[17]++;
        assertThat(InitReport.of(parameters).warnings())
                .extracting(Warning::kind)
                .containsExactly(WarningKind.VALUES_OFF);
    }

    /** What is computed of another tensor is compared with that as it is now, if the report has it. */
    @Test
    void normsAreThoseOfTheTensorBesideThem() {
        float[] direction = new float[24];
        float[] gain = new float[4];
        double[] whole = new double[1];
        Parameters parameters = Parameters.of(p -> p.tensor("conv.v", direction, normal(0, 1), 4, 2, 3)
                .tensor("conv.g", gain, weightNormGain("v"), 4, 1, 1)
                .tensor("conv.whole", whole, weightNormGain("v", -1))
                .tensor("copy", new float[4], normal(0, 1), 4, 1, 1)
                .copy("copy", "conv.g"));
        parameters.initialize(RandomSource.seeded(5));
        assertThat(InitReport.of(parameters).warnings()).isEmpty();
        assertThat(InitReport.of(parameters).text()).contains("‖v‖ over all axes but 0");
        gain[2] = Math.nextUp(gain[2]);
        assertThat(InitReport.of(parameters).warnings()).singleElement().satisfies(warning -> {
            assertThat(warning.kind()).isEqualTo(WarningKind.VALUES_OFF);
            assertThat(warning.parameter()).contains("conv.g");
            assertThat(warning.message())
                    .startsWith("1 of its 4 elements are not those of ‖v‖ over all axes but 0: element 2 is ");
        });
        InitReport alone = InitReport.of(parameters.named("conv.g"));
        assertThat(alone.warnings()).isEmpty();
        assertThat(alone.parameters().get(0).missing()).contains("conv.v");
        assertThat(alone.text()).contains("‖v‖ over all axes but 0, not compared with conv.v, which is not here");
        direction[0] += 1;
        assertThat(InitReport.of(parameters).warnings())
                .extracting(warning -> warning.parameter().orElseThrow())
                .containsExactly("conv.g", "conv.whole");
    }
}
