package org.initweights.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What names in formulas and members of annotations mean, and what is refused of them. */
class NamesTest {

    @TempDir
    private Path folder;

    @Test
    void refusesNamesOfTheShapeAndOfTheModel() throws IOException {
        assertThat(diagnostics("""
                class C {
                    final int in = 64, kernel = 5; int out() { return 3; } final long elements = 9; final double rows = 2;
                    @Shape(dims = "in, 1, 3") @Normal @Formula(std = "1 / sqrt(in)") float[] a;
                    @Shape({4, 1, 3}) @Normal @Formula(std = "1 / out") float[] b;
                    @Shape({4, 1, 3}) @Normal @Formula(std = "1 / kernel") float[] c;
                    @Shape({4, 1, 3}) @Normal @Formula(std = "elements") float[] d;
                    @Shape(4) @Zeros @Slice(value = "rows / 2 : rows", use = Ones.class) float[] e;
                    @Shape({4, 2}) @Normal @Formula(std = "1 / shape.in + 1 / model.in + fan_in") float[] fine;
                    @Shape(dims = "3, in") @Normal @Formula(std = "1 / in") float[] same;
                    @Shape(4) @Normal @Formula(std = "1 / in") float[] bias;
                }"""))
                .containsExactly(
                        "a: \"in\" is a number of the shape, 1, and of a.C, 64; write shape.in or model.in [AmbiguousName]",
                        "b: \"out\" is a number of the shape, 4, and of a.C; write shape.out or model.out [AmbiguousName]",
                        "c: \"kernel\" is a number of the shape, 3, and of a.C, 5; write shape.kernel or model.kernel"
                                + " [AmbiguousName]",
                        "d: \"elements\" is a number of the shape, 12, and of a.C, 9; write shape.elements or model.elements"
                                + " [AmbiguousName]",
                        "e: \"rows\" is a number of the shape, 4, and of a.C, 2; write shape.rows or model.rows"
                                + " [AmbiguousName]");
    }

    @Test
    void refusesThemInRulesAndInAnnotations() throws IOException {
        assertThat(diagnostics("""
                @InitWeights @InitRule(type = C.Lin.class, use = C.OfIn.class) @InitRule(type = C.Conv.class, use = C.OfModel.class)
                class C {
                    static class Lin { @Shape({4, 3}) @Ones float[] w; }
                    static class Conv { @Shape({4, 3, 3}) @Normal float[] w; }
                    @Normal @Formula(std = "1 / in") @interface OfIn {}
                    @Normal @Formula(std = "1 / model.in + 1 / shape.in") @interface OfModel {}
                    @Normal @Formula(std = "1 / out") @interface Own { int out() default 3; }
                    final int in = 2;
                    final Lin lin = new Lin();
                    final Conv conv = new Conv();
                    @Shape({4, 3}) @Own float[] own;
                }"""))
                .contains(
                        "@InitRule: \"in\" is a number of the shape, and of a.C, 2; write shape.in or model.in [AmbiguousName]",
                        "own: \"out\" is a member of @Own, and a number of the shape; write shape.out, or rename the member"
                                + " [AmbiguousName]")
                .filteredOn(message -> !message.contains("Symmetry"))
                .hasSize(2);
    }

    @Test
    void namesTheNumberThatTheModelDoesNotHave() throws IOException {
        assertThat(diagnostics("""
                @InitWeights @InitRule(type = C.Lin.class, use = org.initweights.recipe.LlamaResidual.class)
                @InitRule(type = C.Conv.class, use = C.Own.class)
                class C {
                    static class Lin { @Shape({4, 3}) @Normal float[] w; }
                    static class Conv { @Shape({4, 3, 3}) @Normal float[] w; }
                    @Normal @Formula(std = "1 / depth") @interface Own { int depth(); }
                    final Lin lin = new Lin();
                    final Conv conv = new Conv();
                    @Shape({4, 3}) @org.initweights.recipe.DeepNorm float[] own;
                }"""))
                .containsExactlyInAnyOrder(
                        "@InitRule: @LlamaResidual leaves out layer, and a.C has no integer of that name; give it, layer = …, or"
                                + " add it to the model [MissingNumber]",
                        "@InitRule: @Own leaves out depth, and a.C has no integer of that name; give it, depth = …, or add it to"
                                + " the model [MissingNumber]",
                        "own: @DeepNorm leaves out layers, and a.C has no integer of that name; give it, layers = …, or add it to"
                                + " the model [MissingNumber]");
    }

    @Test
    void saysWhatReachesNothing() throws IOException {
        assertThat(diagnostics("""
                class C {
                    @Normal @interface Scaled { double sdt() default 1; double mean() default 0; }
                    @Normal @interface Layered { int layers(); }
                    @Normal @Formula(std = "1 / n") @interface Fine { int n(); double mean() default 0; }
                    @Zeros @Slice("from : to") @interface Rows { int from() default 0; int to() default 1; }
                    @Fine(n = 3) @interface Outer { int n() default 4; int m() default 2; }
                    @Shape({4, 4}) @Scaled(sdt = 0.02) float[] typo;
                    @Shape({4, 4}) @Layered(layers = 12) float[] forgotten;
                    @Shape({4, 4}) @Fine(n = 3) float[] fine;
                    @Shape({4, 4}) @Normal @Rows float[] rows;
                    @Shape({4, 4}) @Outer float[] outer;
                }"""))
                .containsExactly(
                        "typo: sdt of @Scaled reaches nothing: @Normal has no such argument, and no formula names it; did you mean"
                                + " \"std\"? [UnusedMember]",
                        "forgotten: layers of @Layered reaches nothing: @Normal has no such argument, and no formula names it;"
                                + " name it in a @Formula, or drop it [UnusedMember]",
                        "outer: m of @Outer reaches nothing: @Normal has no such argument, and no formula names it; name it in a"
                                + " @Formula, or drop it [UnusedMember]");
    }

    @Test
    void refusesTwoSourcesOfOneArgument() throws IOException {
        assertThat(diagnostics("""
                class C {
                    @Normal @Formula(std = "1 / sqrt(n)") @interface Both { int n(); double std() default 5; }
                    @Normal @Formula(std = "std / sqrt(n)") @interface Input { int n(); double std() default 5; }
                    @Normal @interface Passing { double std() default 5; }
                    @Shape({4, 4}) @Both(n = 4) float[] both;
                    @Shape({4, 4}) @Input(n = 4) float[] input;
                    @Shape({4, 4}) @Normal(std = 2) @Formula(std = "1 / 3") float[] beside;
                    @Shape({4, 4}) @Passing(std = 2) @Formula(std = "1 / 3") float[] passing;
                    @Shape({4, 4}) @Passing @Formula(std = "1 / 3") float[] override;
                    @Shape({4, 4}) @Normal @Formula float[] empty;
                }"""))
                .containsExactly(
                        "both: @Both(n = 4) has std, and a formula computes std too: @Formula(std = \"1 / sqrt(n)\"); keep one, or"
                                + " name std in the formula [TwoSources]",
                        "beside: @Normal(std = 2) has std, and a formula computes std too: @Formula(std = \"1 / 3\"); keep one, or"
                                + " name std in the formula [TwoSources]",
                        "passing: @Passing(std = 2) has std, and a formula computes std too: @Formula(std = \"1 / 3\"); keep one,"
                                + " or name std in the formula [TwoSources]",
                        "empty: @Formula beside @Normal computes nothing; say what it computes, std = \"…\", or drop it"
                                + " [EmptyFormula]");
    }

    @Test
    void saysWhereGroupsAreMissing() throws IOException {
        assertThat(diagnostics("""
                class C {
                    int out = 4, in = 4, groups = 2, k = 3, heads = 2;
                    @Shape(dims = "out, in / groups, k, k") @org.initweights.recipe.EfficientNetConv float[] a;
                    @Shape(dims = "out, in / groups, k, k") @XavierNormal float[] b;
                    @Shape(dims = "out, in / groups, k, k") @LecunNormal float[] fanIn;
                    @Shape(dims = "out, in / groups, k, k", groupsOf = "groups") @XavierNormal float[] said;
                    @Shape(dims = "out, in / groups, k, k", groups = 1) @XavierNormal float[] one;
                    @Shape(dims = "heads, in / heads, out") @XavierNormal float[] split;
                    @Shape(dims = "out, in / groups") @XavierNormal float[] linear;
                }"""))
                .extracting(message -> message.substring(0, 3) + message.substring(message.lastIndexOf('[')))
                .containsExactly("a: [UnsaidGroups]", "b: [UnsaidGroups]");
    }

    private List<String> diagnostics(String model) throws IOException {
        return Sources.diagnostics(folder, "// a/C.java\npackage a;\n" + model).stream()
                .filter(message -> !message.equals("warnings found and -Werror specified"))
                .toList();
    }
}
