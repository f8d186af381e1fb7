package functional;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32;
import org.initweights.Layer;
import org.initweights.Parameter;
import org.initweights.Parameters;
import org.initweights.RandomSource;
import org.initweights.TorchBuild;
import org.initweights.annotation.InitWeights;
import org.initweights.annotation.Ones;
import org.initweights.annotation.Shape;
import org.initweights.annotation.TorchDefault;
import org.initweights.annotation.Zeros;

/** {@code nn.TransformerEncoderLayer(16, 2, 32)} after {@code torch.manual_seed(1234)}: the digests are those of PyTorch 2.13. */
public class TorchModels {

    @InitWeights
    public static class Projection {
        @Shape({16, 16}) @TorchDefault(Layer.LINEAR) float[] weight;
        @Shape(16) @Zeros float[] bias;
    }

    @InitWeights
    public static class Attention {
        @Shape({48, 16}) @TorchDefault(Layer.MULTIHEAD_ATTENTION) float[] in_proj_weight;
        @Shape(48) @TorchDefault(Layer.MULTIHEAD_ATTENTION) float[] in_proj_bias;
        Projection out_proj = new Projection();
    }

    @InitWeights
    public static class Linear {
        final int in;
        final int out;
        @Shape(dims = "out, in") @TorchDefault(Layer.LINEAR) float[] weight;
        @Shape(dims = "out") @TorchDefault(value = Layer.LINEAR, weight = "weight") float[] bias;

        Linear(int in, int out) {
            this.in = in;
            this.out = out;
        }
    }

    @InitWeights
    public static class Norm {
        @Shape(16) @Ones float[] weight;
        @Shape(16) @Zeros float[] bias;
    }

    @InitWeights
    public static class EncoderLayer {
        Attention self_attn = new Attention();
        Linear linear1 = new Linear(16, 32);
        Linear linear2 = new Linear(32, 16);
        Norm norm1 = new Norm();
        Norm norm2 = new Norm();
    }

    public static void check() {
        EncoderLayer model = new EncoderLayer();
        TorchModels_EncoderLayerInit.initWeights(model, RandomSource.torch(1234));
        assertThat(digest(model, "self_attn.in_proj_weight")).isEqualTo("cdba05c6");
        assertThat(digest(model, "self_attn.in_proj_bias")).isEqualTo("8bff08f2");
        assertThat(digest(model, "self_attn.out_proj.weight")).isEqualTo("97d2b82e");
        assertThat(digest(model, "self_attn.out_proj.bias")).isEqualTo("758d6336");
        assertThat(digest(model, "linear1.weight")).isEqualTo("442bd7d0");
        assertThat(digest(model, "linear1.bias")).isEqualTo("4f1ca31b");
        assertThat(digest(model, "linear2.weight")).isEqualTo("57c0413f");
        assertThat(digest(model, "linear2.bias")).isEqualTo("d7b4278a");
        assertThat(digest(model, "norm2.weight")).isEqualTo("f700a42a");

        TorchModels_EncoderLayerInit.initWeights(model, RandomSource.torch(1234, TorchBuild.SCALAR));
        assertThat(digest(model, "linear2.weight")).isNotEqualTo("57c0413f");
    }

    private static String digest(EncoderLayer model, String name) {
        Parameters parameters = TorchModels_EncoderLayerInit.parameters(model);
        Parameter parameter = parameters.get(name);
        ByteBuffer bytes = ByteBuffer.allocate((int) parameter.elements() * 4).order(ByteOrder.LITTLE_ENDIAN);
        parameter.encode(0, (int) parameter.elements(), bytes);
        CRC32 crc = new CRC32();
        crc.update(bytes.flip());
        return "%08x".formatted(crc.getValue());
    }
}
