package org.initweights.internal.draw.seeded;

import java.util.LinkedHashMap;
import java.util.Map;
import org.initweights.DType;
import org.initweights.Initializer;
import org.initweights.Initializers;
import org.initweights.Parameter;
import org.initweights.RandomSource;
import org.initweights.TensorShape;
import org.initweights.Weights;
import org.initweights.testing.ElementBits;
import org.initweights.testing.FloatTypes;

/** Prints a digest of the values of each distribution, for each type, from {@link RandomSource#seeded}. */
public final class StreamDigests {

    private static final long SEED = 0x1234_5678_9ABC_DEFL;
    private static final int ELEMENTS = 40_000;

    private StreamDigests() {}

    /** One line a digest. */
    public static void main(String[] args) {
        initializers().forEach((name, initializer) -> {
            for (DType dtype : FloatTypes.ALL) {
                System.out.println(name + " " + dtype + " " + digest(initializer, dtype));
            }
        });
    }

    private static Map<String, Initializer> initializers() {
        Map<String, Initializer> initializers = new LinkedHashMap<>();
        initializers.put("uniform", Initializers.uniform(-0.3, 0.7));
        initializers.put("normal", Initializers.normal(0.1, 0.02));
        initializers.put("truncated", Initializers.truncNormal(0, 1, -2, 2));
        initializers.put("one-sided", Initializers.truncNormal(1, 0.5, 1.2, 9));
        initializers.put("far tail", Initializers.truncNormal(0, 1, 7, 9));
        initializers.put("narrow", Initializers.truncNormal(0, 1, 0.5, 0.5001));
        initializers.put("flat", Initializers.truncNormal(0, 1e16, -2, 2));
        initializers.put("steep", Initializers.truncNormal(3e9, 1e6, -0.002, 0.001));
        initializers.put("sparse", Initializers.sparse(0.3, 0.01));
        return initializers;
    }

    private static String digest(Initializer initializer, DType dtype) {
        TensorShape shape = TensorShape.of(ELEMENTS / 100, 100);
        Parameter parameter = Weights.of(builder -> builder.tensor("layer.weight", shape, dtype, initializer))
                .initialize(RandomSource.seeded(SEED))
                .get("layer.weight");
        return ElementBits.digest(ElementBits.of(parameter));
    }
}
