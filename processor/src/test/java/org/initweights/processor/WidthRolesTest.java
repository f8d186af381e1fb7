package org.initweights.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** In a model with the maximal update parametrization what grows with the width has a role. */
class WidthRolesTest {

    @TempDir
    private Path folder;

    @Test
    void refusesWhatGrowsAndHasNoRole() throws IOException {
        assertThat(diagnostics("""
                // a/Net.java
                package a;
                import org.initweights.recipe.*;
                class Net {
                    int width = 4;
                    int classes = 3;
                    @Shape(dims = "width, width") @MupHidden(base = 2) float[] hidden;
                    @Shape(dims = "width") @Zeros float[] bias;
                    @Shape(dims = "3 * width, width") @KaimingNormal float[] qkv;
                    @Shape(dims = "width, 3") @KaimingNormal float[] first;
                    @Shape(dims = "classes, width") @KaimingNormal float[] last;
                    @Shape(dims = "classes") @Zeros float[] lastBias;
                    @Shape(dims = "classes, 7") @KaimingNormal float[] other;
                }
                """))
                .satisfiesExactly(
                        bias -> assertThat(bias)
                                .startsWith(
                                        "bias: [width] grows with width, by the roles of µP beside it, and has none")
                                .endsWith("; use @MupVector [MupRole]"),
                        qkv -> assertThat(qkv).startsWith("qkv: ").endsWith("; use @MupHidden [MupRole]"),
                        first -> assertThat(first).startsWith("first: ").endsWith("; use @MupInput [MupRole]"),
                        last -> assertThat(last).startsWith("last: ").contains("; use @MupOutput, or @MupEmbedding"));
    }

    @Test
    void knowsConstantsByTheirNames() throws IOException {
        assertThat(diagnostics("""
                // a/Net.java
                package a;
                import org.initweights.recipe.*;
                class Net {
                    static final int WIDTH = 256;
                    static final int OTHER = 256;
                    @Shape(dims = "WIDTH, WIDTH") @MupHidden(base = 64) float[] hidden;
                    @Shape(dims = "WIDTH") @Zeros float[] bias;
                    @Shape(dims = "OTHER") @Zeros float[] other;
                }
                """)).singleElement().asString().startsWith("bias: [WIDTH] grows with WIDTH");
    }

    @Test
    void acceptsModelsWithoutRoles() throws IOException {
        assertThat(diagnostics("""
                // a/Net.java
                package a;
                import org.initweights.recipe.*;
                class Net {
                    int width = 4;
                    @Shape(dims = "width, width") @KaimingNormal float[] hidden;
                    @Shape(dims = "width") @Zeros float[] bias;
                }
                """)).isEmpty();
    }

    @Test
    void acceptsTablesAndSeveralNamesInOneSize() throws IOException {
        assertThat(diagnostics("""
                // a/Net.java
                package a;
                import org.initweights.recipe.*;
                class Net {
                    int width = 4;
                    int heads = 2;
                    int size = 2;
                    @Shape(dims = "heads * size, width") @MupHidden(base = 2) float[] query;
                    @Shape(dims = "heads, 32") @Normal float[] positionBias;
                    @Shape(dims = "10, width") @Table("sin(i0 * i1)") float[] positions;
                }
                """)).isEmpty();
    }

    @Test
    void looksAtSubModelsByTheRulesThatGiveThemRoles() throws IOException {
        assertThat(diagnostics("""
                // a/Net.java
                package a;
                import org.initweights.recipe.*;
                @InitWeights
                @InitRule(param = "up.weight", use = MupHidden.class)
                class Net {
                    static final double base = 2;
                    Linear up = new Linear(4, 4);
                    Linear forgotten = new Linear(4, 4);
                }
                // a/Linear.java
                package a;
                import org.initweights.recipe.*;
                class Linear {
                    final int out;
                    final int in;
                    @Shape(dims = "out, in") @KaimingNormal float[] weight;
                    Linear(int out, int in) {
                        this.out = out;
                        this.in = in;
                    }
                }
                """))
                .singleElement()
                .asString()
                .startsWith("forgotten.weight: [out, in] grows with in and out")
                .endsWith("[MupRole]");
    }

    @Test
    void warnsOfSubModelsThatMayGrow() throws IOException {
        assertThat(diagnostics("""
                // a/Net.java
                package a;
                import org.initweights.recipe.*;
                class Net {
                    final int width = 4;
                    @Shape(dims = "width, width") @MupHidden(base = 2) float[] hidden;
                    Linear linear = new Linear(4, 4);
                }
                // a/Linear.java
                package a;
                import org.initweights.recipe.*;
                class Linear {
                    final int out;
                    final int in;
                    @Shape(dims = "out, in") @KaimingNormal float[] weight;
                    Linear(int out, int in) {
                        this.out = out;
                        this.in = in;
                    }
                }
                """))
                .first()
                .asString()
                .startsWith("linear.weight: [out, in] has no role of µP")
                .endsWith("[MupUnknown]");
    }

    @Test
    void saysOfARoleThatDoesNotFitAShapeWhereItStandsAlone() throws IOException {
        assertThat(diagnostics("""
                // a/Net.java
                package a;
                import org.initweights.recipe.*;
                @InitWeights
                class Net {
                    final Part part = new Part();
                    @Shape({8, 3}) @MupInput(base = 2) float[] first;
                }
                // a/Part.java
                package a;
                import org.initweights.recipe.*;
                class Part {
                    int width = 8;
                    @Shape({}) @MupOutput(base = 2) float[] scalar;
                    @Shape(8) @MupHidden(base = 2) float[] vector;
                    @Shape(value = 4, stacked = 1) @MupVector(base = 2) float[] stack;
                    @Shape(dims = "width") @MupInput(base = 2) float[] unknown;
                }
                """))
                .satisfiesExactly(
                        scalar -> assertThat(scalar).startsWith("scalar: ").endsWith("[FanRank]"),
                        vector -> assertThat(vector).startsWith("vector: ").endsWith("[FanRank]"),
                        stack -> assertThat(stack).startsWith("stack: ").endsWith("[AxisRank]"),
                        unknown -> assertThat(unknown).startsWith("unknown: ").endsWith("[FanRank]"));
    }

    @Test
    void refusesRowsThatLearnDifferently() throws IOException {
        assertThat(diagnostics("""
                // a/Net.java
                package a;
                import org.initweights.recipe.*;
                class Net {
                    @Shape({8, 8}) @MupHidden(base = 2) @Slice(value = "0", use = MupOutput.class) float[] mixed;
                    static final double base = 2;
                }
                """))
                .singleElement()
                .asString()
                .startsWith("mixed: µP ")
                .endsWith("[MupRows]");
    }

    private List<String> diagnostics(String sources) throws IOException {
        return Sources.diagnostics(folder, sources);
    }
}
