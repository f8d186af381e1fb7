package org.initweights.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is refused of sizes and of parameters that not every model has. */
class SizesTest {

    @TempDir
    private Path folder;

    @Test
    void refusesConditionsThatAreNone() throws IOException {
        assertThat(diagnostics("""
                class C {
                    final int n = 3; private final boolean hidden = true; final boolean hasBias = true;
                    @Shape(value = 3, onlyIf = "hasBais") @Ones float[] a;
                    @Shape(value = 3, onlyIf = "n") @Ones float[] b;
                    @Shape(value = 3, onlyIf = "!hasBias") @Ones float[] c;
                    @Shape(value = 3, onlyIf = "hidden") @Ones float[] d;
                    @Shape(value = 3, onlyIf = "hasBias + 1") @Ones float[] e;
                }"""))
                .containsExactly(
                        "a: condition \"hasBais\" is neither a field, a method nor a constant of a.C; did you mean \"hasBias\"?"
                                + " [UnknownDimension]",
                        "b: onlyIf = \"n\" is an int; a condition must be a boolean [ConditionType]",
                        "c: onlyIf = \"!hasBias\" should have a number or a name at position 1, not '!' [ConditionSyntax]",
                        "d: condition \"hidden\": hidden is private in a.C and without getter, so generated code cannot reach"
                                + " it; make it package-private or add hidden() [Unreachable]",
                        "e: onlyIf = \"hasBias + 1\" should be one field or method of the model; compute what it depends on in"
                                + " a method, and name that [ConditionSyntax]");
    }

    @Test
    void saysNothingOfFormulasWhoseShapeIsWrong() throws IOException {
        assertThat(diagnostics("""
                class C {
                    final int out = 4, groups = 2;
                    @Shape(dims = "out, 2, 3, 3", groupsOf = "group") @Normal @Formula(std = "sqrt(2 / fan_out)") float[] a;
                    @Shape(dims = "ot, 2") @Normal @Formula(std = "1 / sqrt(fan_in * kernel)") float[] b;
                    @Shape(dims = "ot, 2") @Normal @Formula(std = "1 / sqrt(fan_inn)") float[] c;
                }"""))
                .containsExactly(
                        "a: dimension \"group\" is neither a field, a method nor a constant of a.C; did you mean \"groups\"?"
                                + " [UnknownDimension]",
                        "b: dimension \"ot\" is neither a field, a method nor a constant of a.C; did you mean \"out\"?"
                                + " [UnknownDimension]",
                        "c: dimension \"ot\" is neither a field, a method nor a constant of a.C; did you mean \"out\"?"
                                + " [UnknownDimension]",
                        "c: \"fan_inn\" is neither a member of the annotation, nor of the shape, nor a number of the model; did you"
                                + " mean \"fan_in\"? [UnknownName]");
    }

    @Test
    void saysWhereNullableHasNoEffect() throws IOException {
        assertThat(diagnostics("""
                class C {
                    @interface Nullable {}
                    boolean on;
                    @Nullable @Shape(3) @Zeros float[] a;
                    @Nullable @Shape(3) @Zeros final float[] b = System.nanoTime() > 0 ? null : new float[3];
                    @Nullable @Shape(value = 3, onlyIf = "on") @Zeros float[] c;
                }"""))
                .singleElement()
                .asString()
                .startsWith("a: @Nullable has no effect on a field that is not final")
                .endsWith("[NullableAllocated]");
    }

    @Test
    void refusesRemainders() throws IOException {
        assertThat(diagnostics("""
                class C {
                    static final int EMBED = 100, HEADS = 12;
                    @Shape(dims = "HEADS, EMBED / HEADS, EMBED") @Normal float[] a;
                    @Shape(dims = "HEADS, floor(EMBED / HEADS), EMBED") @Normal float[] b;
                    @Shape(dims = "2 * (7 / 2), 3") @Normal float[] c;
                    @Shape(dims = "floor(EMBED), 3") @Normal float[] d;
                    @Shape(dims = "-7 / -1, 3") @Normal float[] e;
                    @Shape(dims = "8") @Zeros @Slice(value = "7 / 2 : 4", use = Ones.class) float[] f;
                }"""))
                .containsExactly(
                        "a: EMBED / HEADS is 100 / 12, which leaves 4; write floor(EMBED / HEADS) if it may be rounded down"
                                + " [Remainder]",
                        "c: 7 / 2 is 7 / 2, which leaves 1; write floor(7 / 2) if it may be rounded down [Remainder]",
                        "d: \"floor(EMBED)\": floor takes one quotient, as in floor(a / b) [DimensionSyntax]");
    }

    @Test
    void refusesConstantsThatExceededAnInt() throws IOException {
        assertThat(diagnostics("""
                class C {
                    static final int A = 100_000, B = 50_000, PRODUCT = A * B;
                    @Shape(A * B) @Zeros float[] a;
                    @Shape({2, PRODUCT}) @Zeros float[] b;
                    @Shape(dims = "PRODUCT") @Zeros float[] c;
                    @Shape({2, A}) @Normal float[] d;
                }"""))
                .containsExactly(
                        "a: a size is 5,000,000,000 as written, which exceeds an int and so became 705,032,704; compute it as a"
                                + " long, in dims = \"…\" [ConstantOverflow]",
                        "b: a size is 5,000,000,000 as written, which exceeds an int and so became 705,032,704; compute it as a"
                                + " long, in dims = \"…\" [ConstantOverflow]",
                        "c: PRODUCT is 5,000,000,000 as written, which exceeds an int and so became 705,032,704; compute it as a"
                                + " long, in dims = \"…\" [ConstantOverflow]");
    }

    @Test
    void findsConstantsWhereCodeWould() throws IOException {
        assertThat(Sources.diagnostics(folder, """
                // b/Config.java
                package b;
                public class Config { public static final int WIDTH = 4; static final int HIDDEN = 5; public int each;
                    public static class Inner { public static final long DEEP = 6; } }
                // a/Same.java
                package a;
                class Same { static final int SIZE = 3; }
                // a/C.java
                package a;
                import b.Config;
                import static b.Config.Inner.DEEP;
                class C {
                    @Shape(dims = "Config.WIDTH, Same.SIZE, Config.Inner.DEEP, DEEP, b.Config.Inner.DEEP") @Normal float[] v;
                    @Shape(dims = "Config.HIDDEN") @Zeros float[] w;
                    @Shape(dims = "Config.WDITH") @Zeros float[] x;
                    @Shape(dims = "Config.each") @Zeros float[] y;
                    @Shape(dims = "Absent.SIZE") @Zeros float[] z;
                    static final String USED = "" + Config.WIDTH + DEEP;
                }
                """))
                .containsExactly(
                        "w: dimension \"Config.HIDDEN\": HIDDEN is package-private in b.Config, so generated code cannot reach it;"
                                + " make it public [Unreachable]",
                        "x: \"WDITH\" in \"Config.WDITH\" is neither a field, a method nor a constant of b.Config; did you mean"
                                + " \"WIDTH\"? [UnknownDimension]",
                        "y: dimension \"Config.each\": each of b.Config is not static, so it needs an object; name a field of"
                                + " the model that holds one [NotStatic]",
                        "z: \"Absent\" in \"Absent.SIZE\" is neither a member of a.C nor a class that it names; write its package"
                                + " too [UnknownDimension]");
    }

    private List<String> diagnostics(String model) throws IOException {
        return Sources.diagnostics(folder, "// a/C.java\npackage a;\n" + model).stream()
                .filter(message -> !message.equals("warnings found and -Werror specified"))
                .toList();
    }
}
