package org.initweights.processor.random;

/** Writes annotations of tables, functions of what is drawn and roles of widths, most of them right. */
final class RandomOwnValues {

    private RandomOwnValues() {}

    /** A table of the first index. */
    static String vector(Dice dice) {
        return table(dice.pick(
                "0",
                "-2.5",
                "pi / 3",
                "size",
                "wide / (heads() + C)",
                "i0",
                "n0 - i0",
                "floor(i0 / 2)",
                "pow(2, -8 * (i0 + 1) / n0)",
                "i0 < 1 ? 0 : i0 <= size ? 1 : 2",
                "max(min(i0, 3), bound.inner()) / (shape * ruled)",
                "mod(-i0, C) - Math + TensorShape * a$b",
                "log1p(i0 + model) - expm1(-i0 / parameters) * random",
                "tanh(config.hidden - i0) + abs(FLOATS - i0)",
                "sqrt(i0 * boxed)"));
    }

    /** A table of two indices. */
    static String matrix(Dice dice) {
        return table(dice.pick(
                "i0 + i1",
                "i1 * n0 - i0",
                "i1 > i0 ? -1e9 : 0",
                "sin(i0 / pow(10000, 2 * floor(i1 / 2) / n1))",
                "mod(i1, 2) == 0 ? sin(i0) : cos(i0)",
                "i0 != i1 ? size : wide"));
    }

    /** A table with a mistake. */
    static String wrongTable(Dice dice) {
        return table(dice.pick(
                "",
                "sin(",
                "i9",
                "nobody",
                "1 / 0",
                "log(-1 - i0)",
                "i0 < 2",
                "i0 ? 1 : 2",
                "sinh(1)",
                "pow(2)",
                "1 / i0",
                "exp(1000)",
                "secret.n",
                "sise + i0",
                "\\u00e9",
                "(".repeat(60)));
    }

    private static String table(String expression) {
        return "@Table(\"" + expression + "\")";
    }

    /** An initializer, and a function of what it draws. */
    static String transform(Dice dice) {
        String base = dice.percent(8)
                ? dice.pick("@Orthogonal", "@Eye", "@Sparse(sparsity = 0.5)", "@Table(\"i0\")", "")
                : dice.pick(
                        "@Uniform(a = 1, b = 16)",
                        "@Uniform(a = 0.81, b = 0.998)",
                        "@Normal(std = 0.5)",
                        "@TruncNormal");
        String function = dice.percent(10)
                ? dice.pick("log(x - 1)", "log(x", "i0", "y", "1 / 0", "1 / x", "x < 1", "")
                : dice.pick(
                        "x",
                        "2 * x",
                        "exp(x)",
                        "exp(-x) / size",
                        "tanh(x) * heads() + shape",
                        "x * x",
                        "x < 0.5 ? 0 : 1",
                        "log1p(abs(x))",
                        "floor(4 * x)",
                        "max(x, 0)",
                        "mod(x, 0.25)",
                        "3",
                        "sin(20 * x)");
        return base + " @Transform(\"" + function + "\")";
    }

    /** Recipes of sequence models, with their numbers given or left out. */
    static String recipe(Dice dice) {
        return dice.pick(
                "@SinusoidalPositions",
                "@SinusoidalPositions(base = " + dice.pick("100", "10000", "0") + ")",
                "@RotaryFrequencies(theta = 500_000, factor = " + dice.pick("1", "4", "0") + ")",
                "@RotaryFrequencies",
                "@AlibiSlopes",
                "@S4dLin",
                "@S4dReal",
                "@WhisperPositions",
                "@Llama3RotaryFrequencies",
                "@Rwkv7Decay(layer = " + dice.between(0, 3) + ", layers = " + dice.between(1, 4) + ")",
                "@Rwkv7Mix(exponent = 0.9, rise = 0.4, layer = 1, layers = 3)",
                "@Rwkv7Mix(exponent = 0.2)",
                "@SinCos2dPositions(grid = 2, extra = " + dice.between(0, 2) + ")",
                "@SwinRelativePositionIndex",
                "@LruNu",
                "@LruTheta(maxPhase = " + dice.pick("0.314", "0") + ")",
                "@Mamba2ALog(minA = " + dice.pick("1", "2", "0", "20") + ")",
                "@GriffinRecurrent(maxRadius = " + dice.pick("0.99", "1.1") + ")");
    }

    /** A role of a weight that grows. */
    static String role(Dice dice) {
        String base = dice.percent(6)
                ? dice.pick("", "(base = 0)", "(base = -1)")
                : "(base = " + dice.pick("2", "4", "C") + ")";
        return "@" + dice.pick("MupInput", "MupHidden", "MupOutput", "MupVector", "MupEmbedding") + base;
    }

    /**
     * A tie or a copy, often of what is not there.
     *
     * @param subModels how many sub-models there are
     */
    static String link(Dice dice, int subModels) {
        if (subModels == 0) {
            return dice.pick(
                    "@Tie(param = \"f0\", to = \"f1\")\n",
                    "@Copy(param = \"f1\", from = \"f0\")\n",
                    "@Copy(param = \"f1*\", from = \"f0*\")\n",
                    "@Tie(param = \"nobody\", to = \"\")\n",
                    "@Copy(param = \"f*\", from = \"f0\")\n");
        }
        return dice.pick(
                "@Tie(param = \"sub0.g0\", to = \"sub0.g1\")\n",
                "@Tie(param = \"sub0.g0\", to = \"sub0.g0\")\n",
                "@Tie(param = \"sub0.0.g0\", to = \"sub0.1.g0\")\n",
                "@Tie(param = \"sub0.key.g0\", to = \"f0\")\n",
                "@Copy(param = \"sub1.**\", from = \"sub0.**\")\n",
                "@Copy(param = \"sub0.1.**\", from = \"sub0.0.**\")\n",
                "@Copy(param = \"sub0.*.g1\", from = \"sub0.*.g0\")\n",
                "@Copy(param = \"sub0.*\", from = \"sub0.**\")\n",
                "@Copy(param = \"f*\", from = \"sub0.g*\")\n");
    }
}
