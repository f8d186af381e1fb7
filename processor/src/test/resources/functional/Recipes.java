package functional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;
import static org.initweights.Initializers.*;

import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.initweights.DType;
import org.initweights.Fill;
import org.initweights.Initializer;
import org.initweights.Initializers;
import org.initweights.Parameter;
import org.initweights.Parameters;
import org.initweights.Weights;
import org.initweights.annotation.Shape;
import org.initweights.annotation.Zeros;
import org.initweights.recipe.*;

/** Each recipe against the formula of its paper. */
public class Recipes {
    static final int D = 768;

    public static class Transformers {
        @Shape({3072, D}) @Gpt2Normal float[] gpt2;
        @Shape({D, 3072}) @Gpt2Residual(layers = 12) float[] gpt2Residual;
        @Shape({D, D}) @GlorotUniform float[] glorotUniform;
        @Shape({D, D}) @GlorotNormal float[] glorotNormal;
        @Shape({D, D}) @HeUniform float[] heUniform;
        @Shape({D, D}) @HeNormal float[] heNormal;
        @Shape({D, D}) @LlamaNormal float[] llama;
        @Shape({D, D}) @LlamaNormal(std = 0.01) float[] llamaSmall;
        @Shape({D, D}) @LlamaResidual(layer = 3) float[] llamaResidual;
        @Shape({32000, D}) @LlamaOutput float[] llamaOutput;
        @Shape({100, D}) @LlamaNormal @PaddingRow(index = 3) float[] llamaEmbedding;
        @Shape({1000, D}) @T5Embedding float[] t5Embedding;
        @Shape({512, D}) @T5Query(headSize = 64) float[] t5Query;
        @Shape({512, D}) @T5KeyValue float[] t5Key;
        @Shape({D, 512}) @T5AttentionOutput float[] t5Output;
        @Shape({2048, D}) @T5FeedForward float[] t5In;
        @Shape({D, 2048}) @T5FeedForward float[] t5Out;
        @Shape({3072, D}) @SmallInit float[] smallInit;
        @Shape({D, 3072}) @WangInit(layers = 24) float[] wang;
        @Shape({D, D}) @DeepNorm(layers = 18) float[] deepNorm;
        @Shape({D, D}) @TFixupEncoder(layers = 6) float[] encoder;
        @Shape({D, D}) @TFixupDecoder(layers = 6) float[] decoder;
        @Shape({8, D}) @LoraA float[] loraA;
        @Shape({D, 8}) @LoraB float[] loraB;
    }

    public static class Others {
        @Shape({64, 32, 3, 3}) @FixupResidual(layers = 16) float[] fixup;
        @Shape({64, 32, 3, 3}) @FixupResidual(layers = 16, convolutions = 3) float[] fixup3;
        @Shape({64, 32, 3, 3}) @FixupLast float[] fixupLast;
        @Shape({256, 2}) @SirenFirst float[] sirenFirst;
        @Shape({256, 256}) @SirenHidden float[] sirenHidden;
        @Shape(64) @LayerScale float[] layerScale;
        @Shape(64) @LayerScale(0.1) float[] shallowScale;
        @Shape({}) @ReZero float[] reZero;
        @Shape(64) @ZeroInitResidual float[] residual;
        @Shape({4, 4}) @Irnn float[] irnn;
        @Shape(8) @Zeros @ForgetGateBias float[] forget;
        @Shape(8) @Zeros @ForgetGateBias(2) float[] forgetMore;
        @Shape(1000) @PriorBias(classes = 1000) float[] prior;
        @Shape(80) @FocalPriorBias float[] focal;
        @Shape(value = {96, 1, 5, 5}, groups = 96) @EfficientNetConv float[] depthwise;
        @Shape({16, 3, 3, 3}) @Icnr(scale = 2) float[] icnr;
        @Shape({16, 3, 3, 3}) @ZerO float[] zerO;
        @Shape({4, 5}) @ZerO float[] zerOIdentity;
        @Shape(value = {10, 4}, packed = 2) @ZerO float[] zerOPacked;
        @Shape({2, 2, 4, 4}) @BilinearUpsampling float[] upsampling;
        @Shape({3, 4}) @MambaALog float[] aLog;
        @Shape(2000) @MambaDtBias float[] dtBias;
        @Shape({3, 3}) @HippoLegs double[] legs;
    }

    private static Parameters transformers;
    private static Parameters others;

    public static void check() {
        Transformers model = new Transformers();
        transformers = Recipes_TransformersInit.parameters(model);
        Others other = new Others();
        Recipes_OthersInit.initWeights(other, 3);
        others = Recipes_OthersInit.parameters(other);
        transformers();
        others();
        values(other);
        Recipes_TransformersInit.initWeights(model, 3);
        sameInCode();
    }

    /** The functions of the same names, without a model: the same bits. */
    private static void sameInCode() {
        same("gpt2", gpt2Normal());
        same("gpt2Residual", gpt2Residual(12));
        same("llama", llamaNormal());
        same("llamaSmall", llamaNormal(0.01));
        same("llamaResidual", llamaResidual(3));
        same("llamaOutput", llamaOutput());
        same("llamaEmbedding", paddingRow(llamaNormal(), 3));
        same("t5Embedding", t5Embedding());
        same("t5Query", t5Query(64));
        same("t5Key", t5KeyValue());
        same("t5Output", t5AttentionOutput());
        same("t5In", t5FeedForward());
        same("smallInit", smallInit());
        same("wang", wangInit(24));
        same("deepNorm", deepNorm(18));
        same("encoder", tFixupEncoder(6));
        same("decoder", tFixupDecoder(6));
        same("loraA", loraA());
        same("loraB", loraB());
        same("fixup", fixupResidual(16));
        same("fixup3", fixupResidual(16, 3));
        same("fixupLast", fixupLast());
        same("sirenFirst", sirenFirst());
        same("sirenHidden", sirenHidden());
        same("layerScale", layerScale());
        same("shallowScale", layerScale(0.1));
        same("reZero", reZero());
        same("residual", zeroInitResidual());
        same("irnn", irnn());
        same("forget", forgetGateBias(Initializers.zeros()));
        same("forgetMore", forgetGateBias(Initializers.zeros(), 2));
        same("prior", priorBias(1000));
        same("focal", focalPriorBias());
        same("depthwise", efficientNetConv());
        same("zerO", zerO());
        same("zerOIdentity", zerO());
        same("zerOPacked", zerO());
        same("aLog", mambaALog());
        same("dtBias", mambaDtBias());
    }

    private static void same(String name, Initializer recipe) {
        Parameter annotated = Stream.of(transformers, others)
                .flatMap(Parameters::stream)
                .filter(parameter -> parameter.name().equals(name))
                .findFirst()
                .orElseThrow();
        Parameter coded = Weights.of(builder -> builder.tensor(name, annotated.shape(), DType.F32, recipe))
                .initialize(3)
                .get(name);
        assertThat(LongStream.range(0, annotated.elements()).allMatch(i -> coded.get(i) == annotated.get(i)))
                .as(name)
                .isTrue();
    }

    private static void std(String name, double expected) {
        assertThat(transformers.get(name).fill().std()).as(name).isCloseTo(expected, offset(1e-15));
    }

    private static void transformers() {
        std("gpt2", 0.02);
        std("gpt2Residual", 0.02 / Math.sqrt(24));
        std("llama", 0.02);
        std("llamaSmall", 0.01);
        std("llamaResidual", 0.02 / Math.sqrt(8));
        Fill output = transformers.get("llamaOutput").fill();
        assertThat(output.upper()).isCloseTo(3 / Math.sqrt(768), offset(1e-15));
        assertThat(output.lower()).isEqualTo(-output.upper());
        std("t5Embedding", 1);
        std("t5Query", 1 / Math.sqrt(768 * 64));
        std("t5Key", 1 / Math.sqrt(768));
        std("t5Output", 1 / Math.sqrt(512));
        std("t5In", 1 / Math.sqrt(768));
        std("t5Out", 1 / Math.sqrt(2048));
        std("smallInit", Math.sqrt(2 / (5 * 768.0)));
        std("wang", 2 / (24 * Math.sqrt(768)));
        std("deepNorm", Math.pow(8 * 18, -0.25) / Math.sqrt(768));
        bound(transformers, "encoder", 0.67 * Math.pow(6, -0.25) * Math.sqrt(3.0 / 768));
        bound(transformers, "decoder", Math.pow(54, -0.25) * Math.sqrt(3.0 / 768));
        bound(transformers, "loraA", 1 / Math.sqrt(768));
        bound(transformers, "loraB", 0);
    }

    private static void bound(Parameters parameters, String name, double expected) {
        assertThat(parameters.get(name).fill().upper()).as(name).isCloseTo(expected, offset(1e-14));
    }

    private static void others() {
        assertThat(others.get("fixup").fill().std()).isCloseTo(Math.sqrt(2.0 / 576) / 4, offset(1e-15));
        assertThat(others.get("fixup3").fill().std()).isCloseTo(Math.sqrt(2.0 / 576) / 2, offset(1e-15));
        assertThat(others.get("depthwise").fill().std()).isCloseTo(Math.sqrt(2.0 / 25), offset(1e-15));
        bound(others, "sirenFirst", 0.5);
        bound(others, "sirenHidden", Math.sqrt(6.0 / 256) / 30);
    }

    private static void values(Others model) {
        assertThat(model.fixupLast).containsOnly(0);
        assertThat(model.layerScale).containsOnly(1e-6f);
        assertThat(model.shallowScale).containsOnly(0.1f);
        assertThat(model.reZero).containsExactly(0);
        assertThat(model.residual).containsOnly(0);
        assertThat(model.irnn).containsExactly(1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1);
        assertThat(model.forget).containsExactly(0, 0, 1, 1, 0, 0, 0, 0);
        assertThat(model.forgetMore).containsExactly(0, 0, 2, 2, 0, 0, 0, 0);
        assertThat(model.prior).containsOnly((float) -Math.log(1000));
        assertThat(model.focal).containsOnly((float) -Math.log(99));
        for (int i = 0; i < 27; i++) {
            assertThat(model.icnr[i]).isEqualTo(model.icnr[27 + i]).isEqualTo(model.icnr[81 + i]);
        }
        assertThat(model.upsampling[5]).isEqualTo(0.75f * 0.75f);
        assertThat(model.upsampling[16 + 5]).isZero();
        // Row 3 and column 1 have a binary digit in common; the centre of a kernel of 3 × 3 is its fifth element.
        assertThat(model.zerO[(3 * 3 + 1) * 9 + 4]).isEqualTo(-0.25f);
        assertThat(model.zerO[(3 * 3 + 1) * 9]).isZero();
        assertThat(model.zerOIdentity).containsExactly(1, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 1, 0);
        assertThat(model.zerOPacked[20 + 4 * 3 + 1]).isEqualTo(-model.zerOPacked[20 + 4 * 3]);
        assertThat(model.aLog[7]).isEqualTo((float) Math.log(4));
        for (float bias : model.dtBias) {
            assertThat(Math.log1p(Math.exp(bias))).isBetween(0.000999, 0.1001);
        }
        assertThat(model.legs[3]).isCloseTo(-Math.sqrt(3), offset(1e-12));
    }
}
