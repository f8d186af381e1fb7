package org.initweights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.initweights.Initializers.constant;
import static org.initweights.Initializers.normal;
import static org.initweights.Initializers.orthogonal;
import static org.initweights.Initializers.table;
import static org.initweights.Initializers.uniform;
import static org.initweights.Initializers.values;
import static org.initweights.Initializers.weightNormGain;
import static org.initweights.Initializers.zeros;

import java.io.ByteArrayOutputStream;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.initweights.io.LoadMode;
import org.initweights.io.LoadOptions;
import org.initweights.io.SaveOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The gain of weight normalization, against plain loops over the direction. */
class WeightNormGainTest {

    private static void model(WeightsBuilder weights) {
        weights.scope(
                        "conv",
                        conv -> conv.tensor("g", weightNormGain("v"), 6, 1, 1, 1)
                                .tensor("v", normal(), 6, 5, 3, 3))
                .scope(
                        "up",
                        up -> up.tensor("v", DType.F64, uniform(-2, 1), 4, 3, 2)
                                .tensor("g", DType.F64, weightNormGain("v", 1), 3))
                .tensor("square", DType.BF16, orthogonal(), 7, 7)
                .tensor("whole", weightNormGain("square", -1))
                .tensor("last", weightNormGain("square", 1), 1, 7)
                .tensor("after", normal(), 5)
                .copy("conv.second", "conv.g")
                .scope("conv", conv -> conv.tensor("second", zeros(), 6, 1, 1, 1));
    }

    /** The norms of the elements that a parameter has, by three loops. */
    private static double[] norms(Parameter source, int axis) {
        long[] dims = source.shape().dims();
        long outer = Arrays.stream(dims).limit(Math.max(0, axis)).reduce(1, (a, b) -> a * b);
        long kept = axis < 0 ? 1 : dims[axis];
        long inner = source.elements() / outer / kept;
        double[] norms = new double[(int) kept];
        for (int place = 0; place < kept; place++) {
            double sum = 0;
            for (long before = 0; before < outer; before++) {
                for (long behind = 0; behind < inner; behind++) {
                    double element = source.get((before * kept + place) * inner + behind);
                    sum += element * element;
                }
            }
            norms[place] = Math.sqrt(sum);
        }
        return norms;
    }

    private static void assertAreNorms(Parameters parameters) {
        assertIs(parameters, "conv.g", "conv.v", 0);
        assertIs(parameters, "up.g", "up.v", 1);
        assertIs(parameters, "whole", "square", -1);
        assertIs(parameters, "last", "square", 1);
        assertThat(elements(parameters.get("conv.second"))).isEqualTo(elements(parameters.get("conv.g")));
    }

    private static void assertIs(Parameters parameters, String gain, String direction, int axis) {
        double[] expected = norms(parameters.get(direction), axis);
        double[] found = elements(parameters.get(gain));
        assertThat(found).hasSameSizeAs(expected);
        for (int i = 0; i < found.length; i++) {
            double tolerance =
                    parameters.get(gain).dtype() == DType.F64 ? 1e-14 : Math.ulp((float) expected[i]) * 0.5001;
            assertThat(found[i]).isCloseTo(expected[i], Offset.offset(tolerance));
            assertThat(found[i]).isPositive();
        }
    }

    private static double[] elements(Parameter parameter) {
        double[] elements = new double[(int) parameter.elements()];
        Arrays.setAll(elements, parameter::get);
        return elements;
    }

    static Stream<LongFunction<RandomSource>> sources() {
        return Stream.of(RandomSource::seeded, RandomSource::torch, RandomSource::jax, RandomSource::sequence);
    }

    @ParameterizedTest
    @MethodSource("sources")
    void isTheNormOfWhatTheDirectionHas(LongFunction<RandomSource> source) {
        Weights weights = Weights.of(WeightNormGainTest::model);
        weights.parameters().initialize(source.apply(3));
        assertAreNorms(weights.parameters());
        assertThat(weights.get("conv.g").derivedFrom()).contains("conv.v");
        assertThat(weights.get("conv.second").derivedFrom()).contains("conv.g");
        assertThat(weights.get("conv.v").derivedFrom()).isEmpty();
    }

    /** It moves no generator: what comes later has the numbers that it has without it. */
    @ParameterizedTest
    @MethodSource("sources")
    void drawsNothing(LongFunction<RandomSource> source) {
        Weights with = Weights.of(WeightNormGainTest::model);
        with.parameters().initialize(source.apply(3));
        Weights without = Weights.of(w -> w.scope("conv", conv -> conv.tensor("v", normal(), 6, 5, 3, 3))
                .scope("up", up -> up.tensor("v", DType.F64, uniform(-2, 1), 4, 3, 2))
                .tensor("square", DType.BF16, orthogonal(), 7, 7)
                .tensor("after", normal(), 5));
        without.parameters().initialize(source.apply(3));
        assertThat(with.floats("after")).isEqualTo(without.floats("after"));
    }

    /** In memory, in files, in shards, in ranks, in ranges, and of the plan that was read from text. */
    @Test
    void isTheSameEverywhere(@TempDir Path folder) throws Exception {
        for (boolean byOrder : new boolean[] {false, true}) {
            Weights weights = Weights.of(WeightNormGainTest::model);
            weights.parameters().initialize(source(byOrder));
            Plan plan = Plan.parse(Plan.of(weights.parameters()).toJson());
            assertThat(plan.toJson())
                    .isEqualTo(Plan.of(WeightNormGainTest::model).toJson());

            Path file = folder.resolve("plan.safetensors");
            plan.initialize(file, source(byOrder));
            Path saved = folder.resolve("saved.safetensors");
            weights.parameters().save(saved);
            assertThat(file).hasSameBinaryContentAs(saved);

            SaveOptions split = SaveOptions.defaults().withShardsOf(200);
            List<Plan.Shard> shards = plan.shards(split);
            assertThat(shards).hasSizeGreaterThan(2);
            Path written = Files.createDirectory(folder.resolve("shards" + byOrder));
            for (Plan.Shard shard : shards) {
                ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                shard.write(Channels.newChannel(bytes), source(byOrder));
                Files.write(written.resolve(shard.fileName()), bytes.toByteArray());
            }
            ByteArrayOutputStream index = new ByteArrayOutputStream();
            plan.writeIndex(Channels.newChannel(index), split);
            Files.write(written.resolve("model.safetensors.index.json"), index.toByteArray());
            Weights read = Weights.of(WeightNormGainTest::model);
            read.parameters().load(written);
            for (Parameter parameter : weights.parameters()) {
                double[] all = elements(parameter);
                assertThat(elements(read.get(parameter.name()))).isEqualTo(all);
                int from = all.length / 3;
                double[] some = new double[all.length - from];
                plan.parameters().get(parameter.name()).draw(from, some.length, source(byOrder), some);
                assertThat(some).as(parameter.name()).isEqualTo(Arrays.copyOfRange(all, from, all.length));
            }
            double[] mine = new double[3];
            plan.parameters().get("conv.g").slice(0, 3, 6).draw(0, 3, source(byOrder), mine);
            assertThat(mine).isEqualTo(Arrays.copyOfRange(elements(weights.get("conv.g")), 3, 6));
            RankLayout ranks =
                    plan.ranks(1, 2, rules -> rules.split("conv.*", 0).replicated("**"));
            ByteArrayOutputStream rank = new ByteArrayOutputStream();
            ranks.ranks().get(1).write(Channels.newChannel(rank), source(byOrder));
            Files.write(folder.resolve("rank.safetensors"), rank.toByteArray());
            Weights half = Weights.of(w -> w.tensor("conv.g", zeros(), 3, 1, 1, 1));
            half.parameters().load(folder.resolve("rank.safetensors"), LoadOptions.of(LoadMode.LENIENT));
            assertThat(elements(half.get("conv.g"))).isEqualTo(mine);
        }
    }

    private static RandomSource source(boolean byOrder) {
        return byOrder ? RandomSource.torch(11) : RandomSource.seeded(11);
    }

    /** A range of a parameter that is there is drawn with its direction, which need not have been started. */
    @Test
    void isDrawnOfADirectionThatIsDrawnForIt() {
        Weights weights = Weights.of(WeightNormGainTest::model);
        double[] drawn = new double[6];
        weights.get("conv.g").draw(0, 6, RandomSource.seeded(3), drawn);
        weights.parameters().initialize(RandomSource.seeded(3));
        assertThat(drawn).isEqualTo(elements(weights.get("conv.g")));
    }

    @Test
    void aloneTakesTheDirectionThatIsThere(@TempDir Path folder) throws Exception {
        Weights weights = Weights.of(WeightNormGainTest::model).initialize(1);
        Path file = folder.resolve("v.safetensors");
        Weights given =
                Weights.of(w -> w.tensor("conv.v", table("i0 + 1"), 6, 5, 3, 3)).initialize(1);
        given.parameters().save(file);
        weights.parameters().named("conv.*").load(file, LoadOptions.lenient().initializingRest(RandomSource.seeded(2)));
        for (int i = 0; i < 6; i++) {
            assertThat(weights.get("conv.g").get(i)).isEqualTo((float) ((i + 1) * Math.sqrt(45)));
        }
        Plan.of(WeightNormGainTest::model);
        weights.get("conv.v").initialize(RandomSource.seeded(9));
        weights.parameters().named("conv.g").initialize(RandomSource.torch(0));
        assertIs(weights.parameters(), "conv.g", "conv.v", 0);
    }

    /** A rule for the direction starts the gain anew, too; one for the gain makes it its own. */
    @Test
    void followsTheRulesOfTheDirection() {
        Weights weights = Weights.of(WeightNormGainTest::model).initialize(1);
        RuledParameters ruled = weights.parameters().withRules(rules -> rules.named("conv.v", constant(2)));
        assertThat(ruled.matched().stream().map(Parameter::name)).containsExactly("conv.g", "conv.v", "conv.second");
        assertThat(ruled.ruleFor("conv.second")).isEqualTo(ruled.ruleFor("conv.v"));
        ruled.initialize(5);
        assertThat(weights.get("conv.g").get(0)).isEqualTo((float) (2 * Math.sqrt(45)));
        assertThat(weights.get("conv.second").get(5)).isEqualTo((float) (2 * Math.sqrt(45)));

        RuledParameters own = weights.parameters().withRules(rules -> rules.named("conv.g", constant(7)));
        assertThat(own.matched().get("conv.g").derivedFrom()).isEmpty();
        own.initialize(5);
        assertThat(weights.get("conv.g").get(0)).isEqualTo(7);
        assertThat(weights.get("conv.second").get(0)).isEqualTo(7);

        Weights plain = Weights.of(w -> w.tensor("g", zeros(), 3).tensor("v", normal(), 3, 4));
        plain.parameters()
                .withRules(rules -> rules.named("g", weightNormGain("v")))
                .initialize(1);
        assertThat(plain.get("g").get(0)).isZero(); // The direction was never written.
        plain.parameters().initialize(RandomSource.seeded(1));
        plain.parameters()
                .withRules(rules -> rules.named("g", weightNormGain("v")))
                .initialize(1);
        assertIs(plain.parameters(), "g", "v", 0);
    }

    /** The square of none of these is a double; the norm is. */
    @Test
    void neitherOverflowsNorUnderflows() {
        Weights weights = Weights.of(w -> w.tensor("v", DType.F64, values(3e300, 4e300, 3e-300, 4e-300, 3, 4), 3, 2)
                .tensor("g", DType.F64, weightNormGain("v"), 3));
        weights.initialize(0);
        assertThat(elements(weights.get("g"))).containsExactly(5e300, Math.nextUp(5e-300), 5);
    }

    @Test
    void refusesWhatNoTypeHolds() {
        Weights weights = Weights.of(
                w -> w.tensor("v", DType.F32, constant(60_000), 2, 2).tensor("g", DType.F16, weightNormGain("v"), 2));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> weights.initialize(0))
                .withMessage(
                        "g: ‖v‖ over all axes but 0 is 84852.8137423857 at 0, which F16 cannot hold; keep the parameter"
                                + " in BF16 or F32 [DerivedValue]");
        Parameters live = Parameters.of(p -> p.tensor("v", new float[] {Float.NaN, 1}, zeros(), 2)
                .tensor("g", new float[2], weightNormGain("v"), 2));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> live.named("g").initialize(RandomSource.seeded(0)))
                .withMessageContaining("is NaN at 0, since v has elements that are infinite or no numbers");
    }

    @Test
    void refusesWhatDoesNotFit() {
        refused(
                w -> w.tensor("v", zeros(), 4, 3).tensor("g", weightNormGain("w"), 4),
                "g: computed of w, but there is no such parameter; did you mean v? [UnknownParameter]");
        refused(
                w -> w.tensor("v", zeros(), 4, 3).tensor("g", weightNormGain("v"), 3),
                "g: weightNormGain(\"v\", 0) gives the norms of v [4, 3] over all axes but 0, but [3] is not their shape;"
                        + " use [4, 1] or [4] [DerivedShape]");
        refused(
                w -> w.tensor("v", zeros(), 4, 3).tensor("g", weightNormGain("v", -1), 3),
                "g: weightNormGain(\"v\", -1) gives one norm, of all v [4, 3], but [3] has 3 elements; use the shape {}, or name"
                        + " the axis to keep [DerivedShape]");
        refused(
                w -> w.tensor("v", zeros(), 4, 3).tensor("g", weightNormGain("v", 2), 3),
                "g: weightNormGain(\"v\", 2) needs axis 2 of v, but that is [4, 3]; count axes from 0, or write -1 for one norm"
                        + " of the whole [DerivedAxis]");
        refused(
                w -> w.tensor("v", DType.I32, table("i0"), 4).tensor("g", weightNormGain("v"), 4),
                "g: ‖v‖ over all axes but 0 is computed of floats, but v holds integers, I32; name a parameter of floats"
                        + " [DerivedType]");
        refused(
                w -> w.tensor("a", weightNormGain("b"), 4).tensor("b", weightNormGain("a"), 4),
                "a: a → b → a is a circle, so none of them has values to begin with; give one of them another initializer"
                        + " [DerivedCycle]");
        refused(
                w -> w.tensor("v", zeros(), 4)
                        .tensor("g", weightNormGain("v"), 4)
                        .copy("v", "g"),
                "g: g → v → g is a circle, so none of them has values to begin with; give one of them another initializer"
                        + " [DerivedCycle]");
        refused(
                w -> w.tensor("v", zeros(), 4).tensor("g", DType.I64, weightNormGain("v"), 4),
                "g: ‖v‖ over all axes but 0 gives floats, and this is a parameter of integers; use @Table, @Zeros, @Ones or"
                        + " @Constant, or keep it in floats [IntegerValues]");
        refused(
                w -> w.tensor("v", zeros(), 4).tensor("g", weightNormGain("v").withRows(0, 1, zeros()), 4),
                "g: ‖v‖ over all axes but 0 is for a whole parameter, and this one has slices; remove these [DerivedSlice]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> weightNormGain("v", -2))
                .withMessageContaining("TooSmall");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> weightNormGain(""))
                .withMessageContaining("EmptyName");
    }

    private static void refused(Consumer<WeightsBuilder> model, String message) {
        assertThatIllegalArgumentException().isThrownBy(() -> Weights.of(model)).withMessage(message);
    }

    /** What has no direction says so, before anything is written. */
    @Test
    void startsNothingAlone(@TempDir Path folder) {
        float[] bias = new float[2];
        assertThatIllegalArgumentException()
                .isThrownBy(() -> weightNormGain("v").fill("g", bias, TensorShape.of(2), RandomSource.seeded(1)))
                .withMessageContaining("UnknownParameter");
        Parameter alone = Weights.of(w -> w.tensor("g", zeros(), 2)).get("g").with(weightNormGain("v"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Parameters.of(List.of(alone)).initialize(RandomSource.seeded(1)))
                .withMessage(
                        "g: ‖v‖ over all axes but 0 is computed of the parameter v beside it, which is not here; start both"
                                + " together [DerivedAlone]");
        Plan some = Plan.of(Weights.of(WeightNormGainTest::model).parameters().named("conv.g"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> some.initialize(folder.resolve("x.safetensors"), RandomSource.seeded(1)))
                .withMessageContaining("DerivedAlone");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> some.parameters().get("conv.g").draw(0, 1, RandomSource.seeded(1), new float[1]))
                .withMessageContaining("DerivedAlone");
        String wrong = Plan.of(w -> w.tensor("v", zeros(), 4).tensor("g", weightNormGain("v"), 4))
                .toJson()
                .replace("\"of\": \"v\"", "\"of\": \"g\"");
        assertThatIllegalArgumentException().isThrownBy(() -> Plan.parse(wrong)).withMessageContaining("DerivedCycle");
    }
}
