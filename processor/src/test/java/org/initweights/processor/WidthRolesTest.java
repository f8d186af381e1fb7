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
                                .endsWith("; use @MupVector, or @NonTrainable if nothing trains it [MupRole]"),
                        qkv -> assertThat(qkv)
                                .startsWith("qkv: ")
                                .endsWith("; use @MupHidden, or @NonTrainable if nothing trains it [MupRole]"),
                        first -> assertThat(first)
                                .startsWith("first: ")
                                .endsWith("; use @MupInput, or @NonTrainable if nothing trains it [MupRole]"),
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
    void acceptsBuffersAndSeveralNamesInOneSize() throws IOException {
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
                    @Shape(dims = "10, width") @Table("sin(i0 * i1)") @NonTrainable float[] positions;
                    @Shape(dims = "width") @Zeros @NonTrainable float[] mean;
                    @Shape(dims = "width") @Table("i0") int[] places;
                }
                """)).isEmpty();
    }

    /** How it starts says nothing of how it learns. */
    @Test
    void refusesTablesAndTransformsThatAreTrained() throws IOException {
        assertThat(diagnostics("""
                // a/Net.java
                package a;
                import org.initweights.recipe.*;
                class Net {
                    int width = 4;
                    @Shape(dims = "width, width") @MupHidden(base = 2) float[] hidden;
                    @Shape(dims = "10, width") @Table("sin(i0 * i1)") float[] positions;
                    @Shape(dims = "width, 16") @S4dReal float[] decay;
                    @Shape(dims = "width") @Uniform(a = 1, b = 16) @Transform("log(x)") float[] logA;
                }
                """))
                .satisfiesExactly(
                        positions -> assertThat(positions)
                                .startsWith("positions: [10, width] grows with width")
                                .endsWith(", or @NonTrainable if nothing trains it [MupRole]"),
                        decay -> assertThat(decay).startsWith("decay: [width, 16] grows with width"),
                        logA -> assertThat(logA).startsWith("logA: [width] grows with width"));
    }

    @Test
    void acceptsSubModelsThatNothingTrains() throws IOException {
        assertThat(diagnostics("""
                // a/Net.java
                package a;
                import org.initweights.recipe.*;
                class Net {
                    static final double base = 2;
                    @Shape({4, 4}) @MupHidden float[] hidden;
                    @NonTrainable Linear teacher = new Linear(4, 4);
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

    /** One class of layers, some of whose outputs grow. */
    private static final String LINEAR = """
            // a/Linear.java
            package a;
            import org.initweights.recipe.*;
            class Linear {
                final int out;
                final int in;
                @Shape(dims = "out, in") @KaimingNormal float[] weight;
                @Shape(dims = "out") @Zeros float[] bias;
                @Shape(dims = "in") @Ones float[] inputGain;
                Linear(int out, int in) {
                    this.out = out;
                    this.in = in;
                }
            }
            """;

    @Test
    void knowsSizesOfOneObjectByItsRoles() throws IOException {
        assertThat(diagnostics("""
                // a/Net.java
                package a;
                import org.initweights.recipe.*;
                @InitWeights
                @InitRule(param = "first.weight", use = MupInput.class)
                @InitRule(param = "first.bias", use = MupVector.class)
                @InitRule(param = "up.weight", use = MupHidden.class)
                @InitRule(param = "up.bias", use = MupVector.class)
                @InitRule(param = "up.inputGain", use = MupVector.class)
                @InitRule(param = "logits.weight", use = MupOutput.class)
                @InitRule(param = "logits.inputGain", use = MupVector.class)
                class Net {
                    static final double base = 2;
                    Linear first = new Linear(4, 3);
                    Linear up = new Linear(4, 4);
                    Linear logits = new Linear(10, 4);
                }
                """ + LINEAR)).isEmpty();
    }

    @Test
    void refusesWhatGrowsByTheRolesOfItsOwnObject() throws IOException {
        assertThat(diagnostics("""
                // a/Net.java
                package a;
                import org.initweights.recipe.*;
                @InitWeights
                @InitRule(param = "first.weight", use = MupInput.class)
                @InitRule(param = "up.weight", use = MupHidden.class)
                @InitRule(param = "logits.weight", use = MupOutput.class)
                class Net {
                    static final double base = 2;
                    Linear first = new Linear(4, 3);
                    Linear up = new Linear(4, 4);
                    Linear logits = new Linear(10, 4);
                }
                """ + LINEAR))
                .satisfiesExactly(
                        bias -> assertThat(bias).startsWith("first.bias: [out] grows with out,"),
                        bias -> assertThat(bias).startsWith("up.bias: [out] grows with out,"),
                        gain -> assertThat(gain).startsWith("up.inputGain: [in] grows with in,"),
                        gain -> assertThat(gain).startsWith("logits.inputGain: [in] grows with in,"));
    }

    @Test
    void knowsConstantsInAllObjects() throws IOException {
        assertThat(diagnostics("""
                // a/Net.java
                package a;
                import org.initweights.recipe.*;
                class Net {
                    static final int WIDTH = 256;
                    @Shape(dims = "Net.WIDTH, Net.WIDTH") @MupHidden(base = 64) float[] hidden;
                    Gate gate = new Gate();
                }
                // a/Gate.java
                package a;
                import org.initweights.recipe.*;
                class Gate {
                    int gates = 512;
                    @Shape(dims = "gates") @MupVector(base = 128) float[] open;
                    @Shape(dims = "Net.WIDTH") @Zeros float[] bias;
                    @Shape(dims = "3") @Zeros float[] other;
                }
                """))
                .singleElement()
                .asString()
                .startsWith("gate.bias: [Net.WIDTH] grows with Net.WIDTH,");
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
