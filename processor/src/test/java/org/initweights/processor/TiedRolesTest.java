package org.initweights.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** In a model with the maximal update parametrization a tie loses no role and no multiplier in silence. */
class TiedRolesTest {

    @TempDir
    private Path folder;

    /**
     * All roles that a matrix of logits may have, and what a field that is tied to it says of itself. {@code lost} is an error, {@code asked} the
     * warning that asks whether it is a readout.
     */
    @ParameterizedTest
    @CsvSource({
        "@MupSharedReadout,               '',                 said",
        "@MupSharedReadout(std = 0.02),   @MupSharedReadout(std = 0.02), said",
        "@MupOutput,                      '',                 said",
        "@MupEmbedding,                   '',                 asked",
        "@MupEmbedding,                   @MupEmbedding,      said",
        "@MupEmbedding,                   @MupOutput,         lost",
        "@MupEmbedding,                   @MupSharedReadout,  lost",
        "@MupEmbedding(std = 0.02),       @MupOutput(gain = 0), lost",
        "@TruncNormal @MupEmbedding,      '',                 asked",
        "@TruncNormal @MupSharedReadout,  '',                 said",
        "@Normal,                         @MupOutput,         lost",
        "@Normal,                         @MupEmbedding,      lost",
        "@MupInput,                       '',                 said",
        "@MupInput,                       @MupOutput,         lost",
    })
    void keepsTheRolesOfATie(String embedding, String head, String outcome) throws IOException {
        List<String> diagnostics = diagnostics("""
                // a/Net.java
                package a;
                import org.initweights.recipe.*;
                @Tie(param = "head", to = "wte")
                class Net {
                    static final double base = 2;
                    int width = 4;
                    @Shape(dims = "10, width") %s float[] wte;
                    @Shape(dims = "10, width") %s float[] head;
                    @Shape(dims = "16, 16") @MupHidden float[] other;
                }
                """.formatted(embedding, head)).stream()
                .filter(message -> message.matches(".*\\[Mup(Tie|Readout|Rows|Start)]"))
                .toList();
        switch (outcome) {
            case "said" -> assertThat(diagnostics).isEmpty();
            case "asked" ->
                assertThat(diagnostics)
                        .singleElement()
                        .asString()
                        .isEqualTo("head: it is tied to wte, an embedding of µP, whose output nothing multiplies; use"
                                + " @MupSharedReadout for an embedding that is also the readout, or give head"
                                + " @MupEmbedding too if its rows are looked up [MupReadout]");
            default ->
                assertThat(diagnostics)
                        .singleElement()
                        .asString()
                        .startsWith("head: it is tied to wte, ")
                        .contains("so that " + head + " of head is lost; use @MupSharedReadout")
                        .endsWith("[MupTie]");
        }
    }

    /** Of a class that is used elsewhere too, its own initializer is no claim, unless it is that of a readout. */
    @Test
    void looksAtWhatClassesAndRulesSay() throws IOException {
        assertThat(diagnostics("""
                // a/Net.java
                package a;
                import org.initweights.recipe.*;
                @InitWeights
                @InitRule(param = "wte.weight", use = Net.Shared.class)
                @Tie(param = "head.weight", to = "wte.weight")
                @Tie(param = "out.weight", to = "words.weight")
                class Net {
                    static final double base = 2;
                    final Embedding wte = new Embedding(10, 4);
                    final Linear head = new Linear(10, 4);
                    final Embedding words = new Embedding(10, 4);
                    final Out out = new Out(10, 4);
                    @MupSharedReadout @interface Shared {}
                }
                // a/Embedding.java
                package a;
                import org.initweights.recipe.*;
                class Embedding {
                    final int rows;
                    final int width;
                    @Shape(dims = "rows, width") @MupEmbedding(base = 2) float[] weight;
                    Embedding(int rows, int width) {
                        this.rows = rows;
                        this.width = width;
                    }
                }
                // a/Linear.java
                package a;
                import org.initweights.recipe.*;
                class Linear {
                    final int out;
                    final int in;
                    @Shape(dims = "out, in") @MupHidden(base = 2) float[] weight;
                    Linear(int out, int in) {
                        this.out = out;
                        this.in = in;
                    }
                }
                // a/Out.java
                package a;
                import org.initweights.recipe.*;
                class Out {
                    final int out;
                    final int in;
                    @Shape(dims = "out, in") @MupOutput(base = 2) float[] weight;
                    Out(int out, int in) {
                        this.out = out;
                        this.in = in;
                    }
                }
                """))
                .singleElement()
                .asString()
                .startsWith(
                        "out.weight: it is tied to words.weight, whose output nothing multiplies, so that @MupOutput(base = 2)")
                .endsWith("[MupTie]");
    }

    /** A tied field is another parameter, so that it needs no role of its own. */
    @Test
    void asksNoRoleOfWhatIsTied() throws IOException {
        assertThat(diagnostics("""
                // a/Net.java
                package a;
                import org.initweights.recipe.*;
                @Tie(param = "head", to = "wte")
                class Net {
                    static final double base = 2;
                    int width = 4;
                    @Shape(dims = "10, width") @MupSharedReadout float[] wte;
                    @Shape(dims = "10, width") float[] head;
                    @Shape(dims = "width") @Zeros float[] bias;
                }
                """)).singleElement().asString().startsWith("bias: [width] grows with width");
    }

    private List<String> diagnostics(String sources) throws IOException {
        return Sources.diagnostics(folder, sources);
    }
}
