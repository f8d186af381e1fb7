package good;

import java.lang.annotation.ElementType;
import java.lang.annotation.Target;
import org.initweights.annotation.InitWeights;
import org.initweights.annotation.Normal;
import org.initweights.annotation.Shape;
import org.initweights.annotation.XavierUniform;
import org.initweights.annotation.Zeros;

/** Private fields behind accessors, inheritance, nesting, generics, records, and sizes of a configuration. */
@SuppressWarnings("initweights:Symmetry")
public abstract class Attention<T> {

    @Normal(std = 0.02)
    @Target(ElementType.FIELD)
    @interface SmallNormal {}

    record Config(int embed, long heads) {}

    private final Config config;

    @Shape(dims = "3 * config.embed, config.embed")
    @XavierUniform
    private float[] inProjection;

    @Shape(dims = "getConfig().embed() / config.heads, 4")
    @SmallNormal
    private final float[] key = new float[0];

    Attention(Config config) {
        this.config = config;
    }

    Config getConfig() {
        return config;
    }

    public float[] getInProjection() {
        return inProjection;
    }

    public void setInProjection(float[] inProjection) {
        this.inProjection = inProjection;
    }

    public float[] key() {
        return key;
    }

    public static class Masked<T> extends Attention<T> {
        @Shape(dims = "size, size")
        @Zeros
        float[] mask;

        final int size = 4;

        public Masked(Config config) {
            super(config);
        }
    }

    public record Pair(
            @Shape({2, 2}) @Zeros float[] left, @Nullable Stem stem) {}

    @Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.METHOD, ElementType.RECORD_COMPONENT})
    @interface Nullable {}

    /** An inner class of a generic one. */
    public class Scale {
        @Shape(4)
        @Zeros
        float[] shift;
    }

    @InitWeights
    static class Only extends Masked<String> {
        Only(Config config) {
            super(config);
        }
    }
}
