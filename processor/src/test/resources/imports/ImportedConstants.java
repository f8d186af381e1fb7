package imports;

import static java.lang.Integer.SIZE;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.zip.Deflater;
import org.initweights.TensorShape;
import org.initweights.annotation.Normal;
import org.initweights.annotation.Ones;
import org.initweights.annotation.Shape;

/** Constants of other classes, named as the imports of the file allow. */
public final class ImportedConstants {

    static class Model {
        @Shape(dims = "SIZE, Deflater.BEST_COMPRESSION")
        @Normal
        float[] weight;

        @Shape(dims = "4 * Deflater.DEFLATED")
        @Ones
        float[] gain;
    }

    private ImportedConstants() {}

    public static void check() {
        Class<?> used = Deflater.class;
        assertThat(used).isNotNull();
        assertThat(ImportedConstants_ModelInit.parameters(new Model()).get("weight").shape())
                .isEqualTo(TensorShape.of(32, 9));
        assertThat(SIZE).isEqualTo(32);
        assertThat(ImportedConstants_ModelInit.parameters(new Model()).get("gain").shape())
                .isEqualTo(TensorShape.of(32));
    }
}
