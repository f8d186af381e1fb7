package org.initweights.processor.random;

import java.util.List;
import java.util.function.Function;

/**
 * A random initializer.
 *
 * @param annotation what is written
 * @param rank the rank of a shape that it probably fits
 */
record RandomInitializer(String annotation, int rank) {

    private static final String FAN_MODES = "mode = FanMode.";

    /** An initializer with random arguments, for shapes of some ranks. */
    private record Kind(int leastRank, int mostRank, Function<Dice, String> annotation) {}

    private static final List<Kind> KINDS = List.of(
            new Kind(0, 5, dice -> "@Uniform" + interval(dice)),
            new Kind(0, 5, dice -> "@Uniform"),
            new Kind(0, 5, dice -> "@Normal(mean = " + number(dice) + ", std = " + positive(dice) + ")"),
            new Kind(0, 5, dice -> "@Normal(std = " + positive(dice) + ")"),
            new Kind(0, 5, dice -> "@TruncNormal"),
            new Kind(
                    0,
                    5,
                    dice -> "@TruncNormal(mean = " + number(dice) + ", std = " + positive(dice) + ", a = "
                            + number(dice) + ", b = " + number(dice) + ")"),
            new Kind(0, 5, dice -> "@Constant(" + number(dice) + ")"),
            new Kind(0, 5, dice -> dice.pick("@Ones", "@Zeros")),
            new Kind(2, 2, dice -> "@Eye"),
            new Kind(3, 5, dice -> dice.pick("@Dirac", "@Dirac(groups = 2)", "@Dirac(groups = 1)")),
            new Kind(2, 5, dice -> "@XavierUniform" + gain(dice)),
            new Kind(2, 5, dice -> "@XavierNormal" + gain(dice)),
            new Kind(2, 5, dice -> "@KaimingUniform" + kaiming(dice)),
            new Kind(2, 5, dice -> "@KaimingNormal" + kaiming(dice)),
            new Kind(2, 5, dice -> dice.pick("@LecunUniform", "@LecunNormal")),
            new Kind(
                    2,
                    5,
                    dice -> "@VarianceScaling(scale = " + positive(dice) + ", " + FAN_MODES
                            + dice.pick("FAN_IN", "FAN_OUT", "FAN_AVG", "FAN_GEO_AVG")
                            + ", distribution = Distribution."
                            + dice.pick("UNIFORM", "NORMAL", "TRUNCATED_NORMAL") + ")"),
            new Kind(2, 4, dice -> "@Orthogonal" + dice.pick("", "(gain = 2)", "(gain = " + number(dice) + ")")),
            new Kind(3, 5, dice -> "@DeltaOrthogonal"),
            new Kind(2, 2, dice -> "@Sparse(sparsity = " + dice.pick("0", "0.1", "0.9", "1", "1.5", "0.5") + ")"),
            new Kind(1, 4, dice -> "@TorchDefault(Layer." + layer(dice) + ")"),
            new Kind(
                    1,
                    1,
                    dice -> "@TorchDefault(value = Layer." + layer(dice) + ", weight = \""
                            + (dice.percent(70) ? "f0" : dice.pick("g0", "f2", "size", "nothing")) + "\")"),
            new Kind(2, 4, dice -> "@TorchDefault(value = Layer." + layer(dice) + ", version = TorchVersion.V0_4)"),
            new Kind(0, 3, dice -> "@InitWith(value = Common.Own.class, args = {\"" + formula(dice) + "\"})"),
            new Kind(0, 3, dice -> "@InitWith(Common.Plain.class)"),
            new Kind(
                    0,
                    3,
                    dice -> "@InitWith(value = Common.Text.class, args = {\"" + text(dice) + "\", \"" + formula(dice)
                            + "\"})"),
            new Kind(0, 3, dice -> "@Common.Residual(layers = " + dice.between(-1, 12) + ")"),
            new Kind(2, 3, dice -> "@Normal @Formula(std = \"" + formula(dice) + "\")"),
            new Kind(
                    2,
                    3,
                    dice -> dice.pick(
                            "@Gpt2Normal",
                            "@LlamaNormal",
                            "@Olmo2Normal",
                            "@SmallInit",
                            "@LoraA",
                            "@LoraB",
                            "@T5KeyValue")),
            new Kind(2, 4, dice -> "@DeepNorm(layers = " + dice.between(0, 8) + ")"),
            new Kind(
                    4,
                    4,
                    dice -> dice.pick(
                            "@FixupResidual(layers = 3)",
                            "@EfficientNetConv",
                            "@ZerO",
                            "@Icnr(scale = 2)",
                            "@BilinearUpsampling")),
            new Kind(
                    2,
                    2,
                    dice -> dice.pick(
                            "@SirenFirst", "@SirenHidden", "@Irnn", "@HippoLegs", "@MambaALog", "@LlamaOutput")),
            new Kind(
                    0,
                    1,
                    dice -> dice.pick(
                            "@LayerScale", "@ReZero", "@ZeroInitResidual", "@MambaDtBias", "@PriorBias(classes = 7)")),
            new Kind(1, 3, RandomOwnValues::vector),
            new Kind(2, 3, RandomOwnValues::matrix),
            new Kind(1, 3, dice -> dice.percent(30) ? RandomOwnValues.wrongTable(dice) : RandomOwnValues.vector(dice)),
            new Kind(0, 3, RandomOwnValues::transform),
            new Kind(2, 3, RandomOwnValues::recipe),
            new Kind(2, 2, RandomOwnValues::role),
            new Kind(1, 1, dice -> "@InitWith(Common.Given.class)"));

    static RandomInitializer of(Dice dice) {
        Kind kind = dice.pick(KINDS);
        int rank = dice.percent(4) ? dice.between(0, 5) : dice.between(kind.leastRank, kind.mostRank);
        return new RandomInitializer(kind.annotation.apply(dice), rank);
    }

    /** Whether it may give integers. */
    boolean isWhole() {
        return annotation.matches("@(Ones|Zeros|Eye|Dirac|S4dReal|Table..(i0|size|n0 - i0|floor|i0 .|i1 )).*");
    }

    private static String number(Dice dice) {
        return dice.percent(2)
                ? dice.pick("1e300", "0.0 / 0", "1 / 0.0", "-1 / 0.0", "Double.MIN_VALUE")
                : dice.pick("0", "1", "-1", "0.5", "2", "-2.5", "3f", "'a' / 97");
    }

    private static String positive(Dice dice) {
        return dice.percent(3) ? dice.pick("-1", "0", "0.0 / 0") : dice.pick("0.02", "1", "2", "0.5");
    }

    private static String interval(Dice dice) {
        return dice.percent(5)
                ? "(a = 1, b = -1)"
                : dice.pick("(a = -1)", "(a = -0.5, b = 0.5)", "(b = 3)", "(a = 1, b = 1)");
    }

    private static String gain(Dice dice) {
        return dice.pick(
                "",
                "",
                "(gain = 2)",
                "(nonlinearity = Nonlinearity." + nonlinearity(dice) + ")",
                "(gain = " + number(dice) + ")");
    }

    private static String kaiming(Dice dice) {
        return dice.pick(
                "",
                "(a = 0.2)",
                "(" + FAN_MODES + dice.pick("FAN_IN", "FAN_OUT", "FAN_OUT", "FAN_AVG") + ")",
                "(nonlinearity = Nonlinearity." + nonlinearity(dice) + ")",
                "(a = " + number(dice) + ", " + FAN_MODES + "FAN_OUT, nonlinearity = Nonlinearity.RELU)");
    }

    private static String nonlinearity(Dice dice) {
        return dice.pick("LINEAR", "SIGMOID", "TANH", "RELU", "LEAKY_RELU", "SELU", "GELU", "SILU");
    }

    private static String layer(Dice dice) {
        return dice.pick(
                "LINEAR",
                "CONV",
                "CONV_TRANSPOSE",
                "BATCH_NORM",
                "LAYER_NORM",
                "GROUP_NORM",
                "EMBEDDING",
                "RNN",
                "LSTM",
                "GRU",
                "BILINEAR",
                "MULTIHEAD_ATTENTION");
    }

    /** What would end a comment, a string or a tag, as a literal has it. */
    private static String text(Dice dice) {
        return dice.pick(
                "C:\\\\users\\\\me",
                "*/ /* //",
                "{@link Nobody} <b> & @param",
                "\\n\\r\\t\\\"",
                "\\\\u000a",
                "$L$T",
                "\\ud800 \\u2028");
    }

    private static String formula(Dice dice) {
        return dice.percent(6)
                ? dice.pick("1 /", "nobody", "sqrt(", "-1", "1 / 0", "size(9)", "fan_in(", "0 / 0", "(((1)")
                : dice.pick(
                        "0.02",
                        "1 / sqrt(size)",
                        "0.02 / sqrt(2 * C)",
                        "1 / sqrt(rows)",
                        "max(0.1, 1 / wide)",
                        "1 / heads()",
                        "1 / sqrt(shape * ruled)",
                        "-(-Math) - -boxed / a$b",
                        "1 / (model + parameters) * 2",
                        "1 / (FLOATS - (TensorShape - 8))",
                        "1 / bound.inner()");
    }
}
