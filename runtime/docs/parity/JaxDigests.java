import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32;
import org.initweights.DType;
import org.initweights.Distribution;
import org.initweights.FanMode;
import org.initweights.Initializer;
import org.initweights.Initializers;
import org.initweights.Layout;
import org.initweights.Parameter;
import org.initweights.RandomSource;
import org.initweights.TensorShape;
import org.initweights.Weights;

/**
 * Prints the digests of what {@code RandomSource.jax} draws, as {@code jax_digests.py} prints JAX's.
 *
 * <pre>java -cp initweights-core.jar JaxDigests.java | diff - jax_digests.txt</pre>
 */
final class JaxDigests {

    private JaxDigests() {}

    public static void main(String[] args) {
        Initializer truncated = Initializers.truncNormal(0, 0.02, -0.04, 0.04);
        draw("uniform", DType.F32, Initializers.uniform(-0.1, 0.3), 1000);
        draw("initializers.uniform", DType.F32, Initializers.uniform(0, 0.01), 1000);
        draw("initializers.normal", DType.F32, Initializers.normal(0, 0.02), 1000);
        draw("initializers.normal.float16", DType.F16, Initializers.normal(0, 0.02), 1000);
        draw("initializers.normal.bfloat16", DType.BF16, Initializers.normal(0, 0.02), 1000);
        draw("initializers.truncated_normal", DType.F32, truncated, 1000);
        draw("glorot_uniform", DType.F32, Initializers.glorotUniform(), 300, 200);
        draw("glorot_normal", DType.F32, Initializers.glorotNormal(), 3, 3, 16, 32);
        draw("he_uniform", DType.F32, Initializers.heUniform(), 300, 200);
        draw("he_normal", DType.F32, Initializers.heNormal(), 3, 3, 16, 32);
        draw("lecun_uniform", DType.F32, Initializers.lecunUniform(), 300, 200);
        draw("lecun_normal", DType.F32, Initializers.lecunNormal(), 3, 3, 16, 32);
        Initializer scaling = Initializers.varianceScaling(0.1, FanMode.FAN_AVG, Distribution.NORMAL);
        draw("variance_scaling", DType.F32, scaling, 64, 10);
    }

    private static void draw(String name, DType dtype, Initializer initializer, long... dims) {
        TensorShape shape = TensorShape.of(dims).withLayout(Layout.SPATIAL_IN_OUT);
        Weights weights = Weights.of(builder -> builder.tensor(name, shape, dtype, initializer));
        weights.initialize(RandomSource.jax(42));
        print(weights.get(name));
    }

    private static void print(Parameter parameter) {
        int elements = (int) parameter.elements();
        ByteBuffer bytes = ByteBuffer.allocate(elements * parameter.dtype().bytes()).order(ByteOrder.LITTLE_ENDIAN);
        parameter.encode(0, elements, bytes);
        CRC32 crc = new CRC32();
        crc.update(bytes.flip());
        System.out.printf("%s %08x%n", parameter.name(), crc.getValue());
    }
}
