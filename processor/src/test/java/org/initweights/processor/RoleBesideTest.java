package org.initweights.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A role of the maximal update parametrization beside an initializer that says how a parameter starts. */
class RoleBesideTest {

    @TempDir
    private Path folder;

    private List<String> ofField(String field) throws IOException {
        return Sources.diagnostics(folder, """
                // a/Net.java
                package a;
                import org.initweights.*;
                import org.initweights.recipe.*;
                class Net {
                    static final double base = 2;
                    static final double narrow = 2;
                    final int width;
                    @Shape({8, 8}) @MupHidden float[] v;
                    @Shape(dims = "width, width") @MupHidden float[] hidden;
                    %s
                    Net(int width) {
                        this.width = width;
                    }
                    @S4dReal @MupInput @interface Decay {}
                    @Normal @MupEmbedding @Formula(std = "0.02 * times", base = "narrow")
                    @interface Words {
                        double times() default 2;
                    }
                    static class Own implements Initializer {
                        @Override
                        public Fill resolve(TensorShape shape) {
                            return Initializers.ones().resolve(shape);
                        }
                    }
                }
                """.formatted(field));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@Shape({8, 1}) @WeightNormGain(of = \"v\") @MupVector float[] g;",
                "@Shape(8) @MupVector @WeightNormGain(of = \"v\") float[] g;",
                "@Shape(dims = \"width, 1\") @WeightNormGain(of = \"hidden\") @MupVector(base = 2) float[] g;",
                "@Shape(dims = \"10, width\") @Table(\"sin(i0 * i1)\") @MupEmbedding float[] positions;",
                "@Shape(dims = \"width, 16\") @S4dReal @MupInput float[] decay;",
                "@Shape(dims = \"width, 16\") @Decay float[] decay;",
                "@Shape(dims = \"width\") @Uniform(a = 1, b = 16) @Transform(\"log(x)\") @MupVector float[] logA;",
                "@Shape(dims = \"10, width\") @TruncNormal(a = -2, b = 2) @MupSharedReadout float[] words;",
                "@Shape(dims = \"10, width\") @Words float[] words;",
                "@Shape(dims = \"10, width\") @Words(times = 3) float[] words;",
                "@Shape(dims = \"width, width\") @Orthogonal @MupHidden float[] square;",
                "@Shape(dims = \"width, width\") @Orthogonal(gain = 2) @MupHidden @Formula(base = \"narrow\") float[] square;",
                "@Shape(dims = \"width, width\") @Orthogonal @MupHidden @Formula(gain = \"sqrt(2)\") float[] square;",
                "@Shape(dims = \"width\") @InitWith(Own.class) @MupVector float[] own;",
                "@Shape(dims = \"width\") @Ones @MupVector float[] norm;",
                "@Shape(dims = \"2 * width\") @Ones @MupVector @Slice(value = \"0\", use = Zeros.class) float[] norm;",
            })
    void acceptsARoleThatOnlySaysHowItLearns(String field) throws IOException {
        assertThat(ofField(field)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "@Shape({8, 8}) @Normal(std = 0.02) @MupHidden float[] w; | MupStart",
                "@Shape({10, 8}) @KaimingNormal @MupEmbedding float[] w; | MupStart",
                "@Shape(8) @Ones @MupVector(value = 1) float[] w; | MupStart",
                "@Shape({8, 8}) @Orthogonal @MupHidden(gain = 2) float[] w; | MupStart",
                "@Shape(8) @Ones @MupInput float[] w; | FanRank",
                "@Shape(8) @MupVector @MupVector(value = 1) float[] w; | repeatable",
                "@Shape({8, 8}) @MupHidden @MupOutput float[] w; | TwoInitializers",
                "@Shape(8) @Ones @Zeros @MupVector float[] w; | TwoInitializers",
                "@Shape({8, 16}) @Ones @Decay float[] w; | TwoInitializers",
                "@Shape({8, 16}) @Decay @MupInput float[] w; | TwoInitializers",
                "@Shape(8) @Ones @MupVector @Formula(std = \"1\") float[] w; | FormulaMember",
                "@Shape(8) @WeightNormGain(of = \"u\") @MupVector float[] w; | UnknownParameter",
                "@Shape(dims = \"width\") @WeightNormGain(of = \"u\") @MupVector(base = 2) float[] w; | UnknownParameter",
                "@Shape({7, 1}) @WeightNormGain(of = \"v\") @MupVector float[] w; | DerivedShape",
            })
    void refusesARoleThatDoesNotFitTheStart(String field, String id) throws IOException {
        assertThat(ofField(field))
                .isNotEmpty()
                .anySatisfy(message -> assertThat(message).contains(id));
    }

    @Test
    void saysTheCure() throws IOException {
        assertThat(ofField("@Shape(dims = \"width, 1\") @WeightNormGain(of = \"hidden\") float[] g;"))
                .singleElement()
                .asString()
                .endsWith(
                        "use @MupVector beside @WeightNormGain(of = \"hidden\") if it is to start so, or @NonTrainable if"
                                + " nothing trains it [MupRole]");
        assertThat(ofField("@Shape({8, 8}) @Normal(std = 0.02) @MupHidden float[] w;"))
                .singleElement()
                .asString()
                .startsWith("w: @Normal(std = 0.02) @MupHidden ")
                .contains(
                        "for which the std must fall with the root of the inputs, but it is 0.02 for [8, 8] and 0.02 for [16, 16]");
    }

    /** Vectors that nothing trains learn in no way. */
    @Test
    void asksNoRoleOfSpectralVectors() throws IOException {
        assertThat(ofField("@Shape(dims = \"width\") @SpectralVector(of = \"hidden\", side = SingularSide.LEFT)"
                        + " @NonTrainable float[] u;"))
                .isEmpty();
    }
}
