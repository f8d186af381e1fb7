package functional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.initweights.Parameters;
import org.initweights.annotation.Formula;
import org.initweights.annotation.FromModel;
import org.initweights.annotation.InitRule;
import org.initweights.annotation.InitWeights;
import org.initweights.annotation.Normal;
import org.initweights.annotation.Shape;
import org.initweights.recipe.DeepNorm;
import org.initweights.recipe.Gpt2Residual;
import org.initweights.recipe.Icnr;
import org.initweights.recipe.LlamaResidual;
import org.initweights.recipe.MambaDtBias;
import org.initweights.recipe.PaddingRow;
import org.initweights.recipe.PriorBias;
import org.initweights.recipe.T5Query;
import org.initweights.recipe.WangInit;

/** Numbers that recipes and other annotations leave out are the model's. */
public final class LeftOutNumbers {

    static class Attention {
        @Shape({4, 4}) @Normal float[] wo;
    }

    @InitWeights
    @InitRule(type = Attention.class, param = "wo", use = LlamaResidual.class)
    static class Block {
        final int layer;
        final Attention attention = new Attention();

        @Shape({4, 4}) @LlamaResidual float[] w2;
        @Shape({4, 4}) @LlamaResidual(layer = 7) float[] given;
        @Shape({4, 4}) @Own float[] own;

        Block(int layer) {
            this.layer = layer;
        }
    }

    @Normal
    @Formula(std = "1 / (layer + 10)")
    @interface Own {
        @FromModel
        int layer() default 0;
    }

    static class Config {
        int layers() {
            return 8;
        }
    }

    static class Others {
        final Config config = new Config();
        final int classes = 100;
        final int index = 2;
        final long headSize = 16;
        final double range = 0.1;
        final int scale = 1;
        final double low = 0.01;
        int high = 1;

        int layers() {
            return config.layers();
        }

        @Shape({4, 4}) @Gpt2Residual float[] gpt2;
        @Shape({4, 4}) @DeepNorm float[] deepNorm;
        @Shape({4, 4}) @WangInit float[] wang;
        @Shape({4, 4}) @T5Query float[] query;
        @Shape(100) @PriorBias float[] prior;
        @Shape({4, 4}) @Normal @PaddingRow float[] embedding;
        @Shape(8) @MambaDtBias float[] dt;
        @Shape({4, 4, 3, 3}) @Icnr float[] icnr;
    }

    static class Plain {
        @Shape({4, 4}) @Normal @PaddingRow float[] embedding;
    }

    @InitWeights
    static class Net {
        final List<Block> blocks = List.of(new Block(0), new Block(1));
    }

    public static void check() {
        Parameters net = LeftOutNumbers_NetInit.parameters(new Net());
        assertThat(std(net, "blocks.0.w2")).isCloseTo(0.02 / Math.sqrt(2), within(1e-12));
        assertThat(std(net, "blocks.1.w2")).isCloseTo(0.02 / 2, within(1e-12));
        assertThat(std(net, "blocks.1.attention.wo")).isCloseTo(0.02 / 2, within(1e-12));
        assertThat(std(net, "blocks.1.given")).isCloseTo(0.02 / 4, within(1e-12));
        assertThat(std(net, "blocks.1.own")).isCloseTo(1.0 / 11, within(1e-12));

        Others model = new Others();
        Parameters others = LeftOutNumbers_OthersInit.parameters(model);
        assertThat(std(others, "gpt2")).isCloseTo(0.1 / 4, within(1e-12));
        assertThat(std(others, "deepNorm")).isCloseTo(Math.pow(64, -0.25) / 2, within(1e-12));
        assertThat(std(others, "wang")).isCloseTo(2.0 / (8 * 2), within(1e-12));
        assertThat(std(others, "query")).isCloseTo(1.0 / 8, within(1e-12));
        assertThat(others.get("prior").fill().mean()).isCloseTo(-Math.log(100), within(1e-12));
        assertThat(others.get("icnr").fill().toString()).isNotEmpty();
        LeftOutNumbers_OthersInit.initWeights(model, 1);
        assertThat(model.embedding).isNotEmpty();
        assertThat(model.embedding[8]).isZero();
        assertThat(model.embedding[0]).isNotZero();
        for (float dt : model.dt) {
            assertThat(Math.log1p(Math.exp(dt))).isBetween(0.00999, 1.0001);
        }
        Plain plain = new Plain();
        LeftOutNumbers_PlainInit.initWeights(plain, 1);
        assertThat(plain.embedding[0]).isZero();
    }

    private static double std(Parameters parameters, String name) {
        return parameters.get(name).fill().std();
    }
}
