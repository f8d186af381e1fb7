package org.initweights.internal.draw.jax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.initweights.Initializers.glorotUniform;
import static org.initweights.Initializers.lecunNormal;
import static org.initweights.Initializers.normal;
import static org.initweights.Initializers.sparse;
import static org.initweights.Initializers.uniform;
import static org.initweights.Initializers.xavierUniform;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Map;
import java.util.zip.CRC32;
import org.initweights.DType;
import org.initweights.Initializer;
import org.initweights.JaxKey;
import org.initweights.Layout;
import org.initweights.RandomSource;
import org.initweights.TensorShape;
import org.initweights.Weights;
import org.initweights.testing.ElementBits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which key a parameter draws from. The numbers are those of JAX 0.10.2 and Flax 0.12.8. */
class JaxSourceTest {

    /** In Python: {@code for part in name.split("."): key = fold_in(key, zlib.crc32(part.encode()))}. */
    @ParameterizedTest
    @CsvSource({
        "weight, 1797172677, 3621746649, cabf6f7b",
        "encoder.layers.0.weight, 2384916741, 236907585, 9cad52ef",
        "β.größe, 3195918549, 2345665864, 3c4c89f8",
    })
    void foldsTheNameInPartByPart(String name, long high, long low, String crc32) {
        assertThat(JaxKey.of(42).foldIn(name)).isEqualTo(new JaxKey((int) high, (int) low));

        Weights weights = Weights.of(builder -> builder.tensor(name, matrix(7, 5), DType.F32, glorotUniform()));
        weights.initialize(RandomSource.jax(42));

        assertThat(ElementBits.digest(ElementBits.of(weights.floats(name)))).isEqualTo(crc32);
    }

    /** A Linen module with a parameter of its own, a submodule of two layers, and a layer with a random bias. */
    @Test
    void mirrorsTheKeysOfAFlaxModel() {
        JaxKey root = JaxKey.of(42);
        Map<String, JaxKey> keys = Map.of(
                "embedding", root.flaxModule(1),
                "encoder.Dense_1.kernel", root.flaxModule(1, "encoder", "Dense_1"),
                "encoder.Dense_0.kernel", root.flaxModule(1, "encoder", "Dense_0"),
                "head.kernel", root.flaxModule(1, "head"),
                "head.bias", root.flaxModule(2, "head"));
        Weights weights = Weights.of(builder -> builder.tensor("embedding", matrix(10, 3), DType.F32, normal(0, 0.02))
                .tensor("encoder.Dense_1.kernel", matrix(3, 8), DType.F32, lecunNormal())
                .tensor("encoder.Dense_0.kernel", matrix(8, 4), DType.F32, lecunNormal())
                .tensor("head.kernel", matrix(4, 2), DType.F32, lecunNormal())
                .tensor("head.bias", normal(0, 0.1), 2));

        weights.initialize(RandomSource.jax(keys::get));

        assertThat(ElementBits.digest(ElementBits.of(weights.floats("embedding"))))
                .isEqualTo("8f1e5a8a");
        assertThat(ElementBits.digest(ElementBits.of(weights.floats("encoder.Dense_1.kernel"))))
                .isEqualTo("244aff85");
        assertThat(ElementBits.digest(ElementBits.of(weights.floats("encoder.Dense_0.kernel"))))
                .isEqualTo("86705dad");
        assertThat(ElementBits.digest(ElementBits.of(weights.floats("head.kernel"))))
                .isEqualTo("2c671d54");
        assertThat(ElementBits.digest(ElementBits.of(weights.floats("head.bias"))))
                .isEqualTo("570032f8");
    }

    @Test
    void flaxCountsFromOne() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> JaxKey.of(1).flaxModule(0, "head"))
                .withMessage("Flax counts the keys of a module from 1, not from 0");
    }

    @Test
    void namesTheParameterThatHasNoKey() {
        Weights weights = Weights.of(builder -> builder.tensor("bias", uniform(0, 1), 3));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> weights.initialize(RandomSource.jax(name -> null)))
                .withMessageContaining("no key for the parameter bias");
    }

    /** Every number that a uniform of 23 bits can become: the CRC-32 is that of JAX's {@code sqrt(2) * erf_inv(u)}. */
    @Test
    void invertsTheErrorFunctionAsXlaDoes() {
        float[] tile = new float[JaxTile.LENGTH];
        InverseErf inverseErf = new InverseErf(tile);
        CRC32 crc = new CRC32();
        ByteBuffer bytes = ByteBuffer.allocate(JaxTile.LENGTH * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        float lower = Math.nextUp(-1f);
        for (int first = 0; first < 1 << 23; first += JaxTile.LENGTH) {
            for (int i = 0; i < JaxTile.LENGTH; i++) {
                tile[i] = Math.max(lower, Math.fma((first + i) * 0x1p-23f, 2, lower));
            }
            inverseErf.apply();
            bytes.clear();
            for (float value : tile) {
                bytes.putFloat(value * (float) Math.sqrt(2));
            }
            crc.update(bytes.array());
        }
        assertThat(crc.getValue()).isEqualTo(0x23E0F146L);
    }

    @Test
    void theInverseOfOneIsInfinite() {
        float[] tile = new float[JaxTile.LENGTH];
        tile[0] = 1;
        tile[1] = -1;
        new InverseErf(tile).apply();

        assertThat(tile).startsWith(Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, 0f);
        assertThat(DoubleInverseErf.of(-1)).isEqualTo(Double.NEGATIVE_INFINITY);
    }

    /** A slice has a key of its own, so that the rest of the parameter is drawn as without it. */
    @Test
    void aSliceLeavesTheRestAsItIs() {
        Weights whole = initialized(xavierUniform(), 8, 4);
        Weights sliced = initialized(xavierUniform().withRows(2, 4, normal()), 8, 4);

        for (int i = 0; i < 32; i++) {
            boolean same = whole.floats("w")[i] == sliced.floats("w")[i];
            assertThat(same).as("element %s", i).isEqualTo(i < 8 || i >= 16);
        }
    }

    /** JAX has no sparse initializer; ours draws a normal and then sets zeros. */
    @Test
    void sparseHasItsZeros() {
        float[] values = initialized(sparse(0.25, 1), 8, 40).floats("w");

        for (int column = 0; column < 40; column++) {
            int zeros = 0;
            for (int row = 0; row < 8; row++) {
                zeros += values[row * 40 + column] == 0 ? 1 : 0;
            }
            assertThat(zeros).isEqualTo(2);
        }
    }

    private static Weights initialized(Initializer initializer, long... dims) {
        return Weights.of(builder -> builder.tensor("w", initializer, dims)).initialize(RandomSource.jax(7));
    }

    private static TensorShape matrix(long in, long out) {
        return TensorShape.of(in, out).withLayout(Layout.SPATIAL_IN_OUT);
    }
}
