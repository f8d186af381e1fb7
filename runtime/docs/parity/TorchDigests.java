import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.function.Consumer;
import java.util.zip.CRC32;
import org.initweights.DType;
import org.initweights.FanMode;
import org.initweights.Initializer;
import org.initweights.Initializers;
import org.initweights.Layer;
import org.initweights.Nonlinearity;
import org.initweights.Parameter;
import org.initweights.RandomSource;
import org.initweights.TensorShape;
import org.initweights.Weights;
import org.initweights.WeightsBuilder;

/**
 * Prints the digests of what {@code RandomSource.torch} draws, as {@code torch_digests.py} prints PyTorch's.
 *
 * <pre>java -cp initweights-core.jar TorchDigests.java | diff - torch_digests.txt</pre>
 */
final class TorchDigests {

    private TorchDigests() {}

    public static void main(String[] args) {
        RandomSource source = RandomSource.torch(42);
        draw("uniform_ 1000", source, DType.F32, Initializers.uniform(-0.1, 0.1), 1000);
        draw("normal_ 7", source, DType.F32, Initializers.normal(0, 0.02), 7);
        draw("normal_ 1000", source, DType.F32, Initializers.normal(0, 0.02), 1000);
        draw("normal_ 1000000", source, DType.F32, Initializers.normal(), 1_000_000);
        draw("normal_ float16", source, DType.F16, Initializers.normal(), 100);
        draw("uniform_ bfloat16", source, DType.BF16, Initializers.uniform(0, 1), 100);
        draw("uniform_ float64", source, DType.F64, Initializers.uniform(0, 1), 100);
        draw("trunc_normal_ (PyTorch 2.12 or later)", source, DType.F32, Initializers.truncNormal(0, 1, -2, 2), 1000);
        Initializer kaiming = Initializers.kaimingNormal(FanMode.FAN_OUT, Nonlinearity.RELU);
        draw("kaiming_normal_", source, DType.F32, kaiming, 64, 3, 7, 7);
        draw("xavier_uniform_", source, DType.F32, Initializers.xavierUniform(), 300, 200);
        draw("sparse_", source, DType.F32, Initializers.sparse(0.9, 0.01), 100, 50);

        TensorShape linear = TensorShape.of(200, 300);
        layer("Linear", layer -> layer
                .tensor("weight", linear, DType.F32, Initializers.torchDefault(Layer.LINEAR))
                .tensor("bias", Initializers.torchDefault(Layer.LINEAR, linear), 200));
        TensorShape conv = TensorShape.of(8, 3, 3, 3).withGroups(2);
        layer("Conv2d", layer -> layer
                .tensor("weight", conv, DType.F32, Initializers.torchDefault(Layer.CONV))
                .tensor("bias", Initializers.torchDefault(Layer.CONV, conv), 8));
        TensorShape input = TensorShape.of(80, 10);
        TensorShape hidden = TensorShape.of(80, 20);
        layer("LSTM", layer -> layer
                .tensor("weight_ih_l0", input, DType.F32, Initializers.torchDefault(Layer.LSTM))
                .tensor("weight_hh_l0", hidden, DType.F32, Initializers.torchDefault(Layer.LSTM))
                .tensor("bias_ih_l0", Initializers.torchDefault(Layer.LSTM, input), 80)
                .tensor("bias_hh_l0", Initializers.torchDefault(Layer.LSTM, hidden), 80));
        Initializer padded = Initializers.torchDefault(Layer.EMBEDDING).withRows(3, 4, Initializers.zeros());
        layer("Embedding", layer -> layer.tensor("weight", padded, 50, 8));
        Initializer attention = Initializers.torchDefault(Layer.MULTIHEAD_ATTENTION);
        layer("MultiheadAttention", layer -> layer
                .tensor("in_proj_weight", attention, 48, 16)
                .tensor("in_proj_bias", attention, 48)
                .tensor("out_proj.weight", Initializers.torchDefault(Layer.LINEAR), 16, 16)
                .tensor("out_proj.bias", Initializers.zeros(), 16));
    }

    private static void draw(String name, RandomSource source, DType dtype, Initializer initializer, long... dims) {
        Weights weights = Weights.of(builder -> builder.tensor("w", TensorShape.of(dims), dtype, initializer));
        weights.initialize(source);
        print(name, weights.get("w"));
    }

    private static void layer(String name, Consumer<WeightsBuilder> layer) {
        Weights weights = Weights.of(layer);
        weights.initialize(RandomSource.torch(-1));
        weights.parameters().forEach(parameter -> print(name + " " + parameter.name(), parameter));
    }

    private static void print(String name, Parameter parameter) {
        int elements = (int) parameter.elements();
        ByteBuffer bytes = ByteBuffer.allocate(elements * parameter.dtype().bytes()).order(ByteOrder.LITTLE_ENDIAN);
        parameter.encode(0, elements, bytes);
        CRC32 crc = new CRC32();
        crc.update(bytes.flip());
        System.out.printf("%s %08x%n", name, crc.getValue());
    }
}
