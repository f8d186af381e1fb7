package functional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.initweights.Fill;
import org.initweights.Initializer;
import org.initweights.Initializers;
import org.initweights.Parameters;
import org.initweights.TensorShape;
import org.initweights.annotation.Formula;
import org.initweights.annotation.InitRule;
import org.initweights.annotation.InitWeights;
import org.initweights.annotation.InitWith;
import org.initweights.annotation.Normal;
import org.initweights.annotation.Shape;
import org.initweights.annotation.Skip;

/** Names, texts and operators that generated code could confuse with its own. */
public class Names {
    @Normal
    @Formula(std = "1 / sqrt(fan_in * ruled * shape)")
    @interface Mine {}

    static class Part {
        @Shape({3, 3}) @Normal float[] w;
    }

    @InitWeights
    @InitRule(param = "**.w", use = Mine.class)
    static class Locals {
        final int ruled = Integer.parseInt("2"), shape = Integer.parseInt("3"), model = Integer.parseInt("4");
        final int parameters = Integer.parseInt("5"), FLOATS = Integer.parseInt("6"), TensorShape = Integer.parseInt("7");
        final int Math = Integer.parseInt("8"), functional = Integer.parseInt("9"), size1 = Integer.parseInt("10");
        final int a$b = Integer.parseInt("11"), configN = Integer.parseInt("12"), class_ = Integer.parseInt("13");
        final Config config = new Config();

        @Shape(dims = "FLOATS, TensorShape, Math * 2, model, parameters") @Normal float[] own;
        @Shape(dims = "functional, size1, size1 + 1, a$b, configN, config.n, class_") @Skip float[] skipped;
        @Shape(dims = "size1 + 1, a$b, configN, config.n, class_ - functional") @Normal float[] $other$;
        final Part part = new Part();
    }

    /** Rules come before the sizes of the members, and have a shape of their own. */
    @InitWeights
    @InitRule(param = "**.w", use = Wide.class)
    static class ShapeAfterRules {
        final int shape = Integer.parseInt("3"), inner = Integer.parseInt("4"), into = Integer.parseInt("5");

        @Shape(dims = "2 * shape / 2, inner, into") @Normal float[] own;
        final Part part = new Part();
        final java.util.List<java.util.Map<String, Part[]>> parts = java.util.List.of(java.util.Map.of("a", new Part[] {new Part()}));
    }

    @Normal
    @Formula(std = "0.1 / sqrt(rows)")
    @interface Wide {}

    /** Classes that are called like constants which generated code imports. */
    static class FLOATS {
        static int rows() {
            return 2;
        }

        static class RELU {
            static int ones() {
                return 5;
            }

            @Shape(dims = "FLOATS.rows(), ones()") @Normal float[] w;
        }

        @Shape(dims = "rows(), RELU.ones()") @Normal float[] w;
    }

    static class Config {
        final int n = Integer.parseInt("2");
    }

    static final class Text implements Initializer {
        static String last = "";

        Text(String text) {
            last = text;
        }

        @Override
        public Fill resolve(TensorShape shape) {
            return Initializers.ones().resolve(shape);
        }
    }

    static class Texts {
        @Shape(1) @InitWith(value = Text.class, args = "C:\\users\\me \"*/ // \n\r\t{@link X} <b> & \u2028 \uD800 \\u000a $L")
        float[] w;
    }

    static class Signs {
        final int layers = Integer.parseInt("3");

        @Shape(dims = "-(-layers), -(layers - 9), 2 - -layers, - - 4") @Normal float[] w;
        @Shape({2, 2}) @Normal @Formula(std = "-(-layers) - -layers - (1 - (layers - 2))") float[] v;
    }

    static class Sizes {
        Integer boxed = 2;
        Config config = new Config();
        long big = 2;
        int zero = 1;

        @Shape(dims = "boxed, config.n") @Normal float[] w;
        @Shape(dims = "big * big, 4 / zero") @Normal float[] v;
        @Shape({2, 2}) @Normal @Formula(std = "1 / sqrt(2 * zero * big * big)") float[] u;
    }

    public static void check() {
        Parameters locals = Names_LocalsInit.parameters(new Locals());
        assertThat(locals.get("own").shape()).isEqualTo(TensorShape.of(6, 7, 16, 4, 5));
        assertThat(locals.get("$other$").shape()).isEqualTo(TensorShape.of(11, 11, 12, 2, 4));
        assertThat(locals.get("part.w").fill().std()).isEqualTo(1 / Math.sqrt(3 * 2 * 3));

        Names_TextsInit.parameters(new Texts());
        assertThat(Text.last).isEqualTo("C:\\users\\me \"*/ // \n\r\t{@link X} <b> & \u2028 \uD800 \\u000a $L");

        Parameters signs = Names_SignsInit.parameters(new Signs());
        assertThat(signs.get("w").shape()).isEqualTo(TensorShape.of(3, 6, 5, 4));
        assertThat(signs.get("v").fill().std()).isEqualTo(6);

        ShapeAfterRules after = new ShapeAfterRules();
        Names_ShapeAfterRulesInit.initWeights(after, 1);
        assertThat(after.own).hasSize(60).doesNotContain(0);
        assertThat(after.parts.get(0).get("a")[0].w).hasSize(9).doesNotContain(0);
        FLOATS floats = new FLOATS();
        Names_FLOATSInit.initWeights(floats, 1);
        assertThat(floats.w).hasSize(10).doesNotContain(0);
        FLOATS.RELU relu = new FLOATS.RELU();
        Names_FLOATS_RELUInit.initWeights(relu, 1);
        assertThat(relu.w).hasSize(10).doesNotContain(0);

        checkSizes();
    }

    private static void checkSizes() {
        assertThat(Names_SizesInit.parameters(new Sizes()).size()).isEqualTo(3);
        Sizes sizes = new Sizes();
        sizes.boxed = null;
        refuses(sizes, "boxed is null, and a size or a number is read from it");
        sizes = new Sizes();
        sizes.config = null;
        refuses(sizes, "config is null, and a size or a number is read from it");
        sizes = new Sizes();
        sizes.zero = 0;
        refuses(sizes, "v: 4 / zero divides by zero, with zero = 0");
        sizes = new Sizes();
        sizes.big = Long.MAX_VALUE;
        refuses(sizes, "v: big * big exceeds a long, with big = 9223372036854775807");
        sizes = new Sizes();
        sizes.zero = -1;
        sizes.v = new float[0];
        refuses(sizes, "negative");
    }

    private static void refuses(Sizes sizes, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Names_SizesInit.initWeights(sizes, 1))
                .withMessageContaining(message);
    }
}
