package org.initweights.spark;

import static org.initweights.Initializers.constant;
import static org.initweights.Initializers.eye;
import static org.initweights.Initializers.kaimingNormal;
import static org.initweights.Initializers.normal;
import static org.initweights.Initializers.ones;
import static org.initweights.Initializers.orthogonal;
import static org.initweights.Initializers.sparse;
import static org.initweights.Initializers.table;
import static org.initweights.Initializers.truncNormal;
import static org.initweights.Initializers.uniform;
import static org.initweights.Initializers.xavierUniform;
import static org.initweights.Initializers.zeros;

import java.util.List;
import java.util.Random;
import org.initweights.DType;
import org.initweights.FanMode;
import org.initweights.Initializer;
import org.initweights.Nonlinearity;
import org.initweights.Plan;

/** Plans that tests use. */
final class Plans {

    private static final List<Initializer> OF_MATRICES = List.of(
            normal(0, 0.02),
            uniform(-1, 1),
            truncNormal(0, 0.02, -0.04, 0.04),
            kaimingNormal(FanMode.FAN_OUT, Nonlinearity.RELU),
            xavierUniform(),
            orthogonal(),
            sparse(0.5, 0.01),
            zeros(),
            ones(),
            constant(0.5));

    private static final List<Initializer> OF_INTEGERS =
            List.of(zeros(), ones(), constant(-7), eye(), table("1000 * i0 - i1"));

    private Plans() {}

    /** Some layers of a transformer: 9 tensors of 600 kB, in five shards of {@link #SHARD}. */
    static Plan small() {
        return Plan.of(p -> {
            p.tensor("embed.weight", DType.BF16, normal(0, 0.02), 1000, 64);
            for (int layer = 0; layer < 4; layer++) {
                p.tensor("layers." + layer + ".weight", DType.F32, normal(0, 0.02), 400, 64);
                p.tensor("layers." + layer + ".bias", DType.F32, zeros(), 400);
            }
        });
    }

    /** One tensor of 2.6 MB. */
    static Plan wide() {
        return Plan.of(p ->
                p.tensor("weight", DType.F32, normal(0, 0.02), 650, 1000).tensor("q", DType.F32, orthogonal(), 70, 60));
    }

    static final long SHARD = 130_000;

    /** Any tensors of any type; the same of the same seed. */
    static Plan random(long seed) {
        Random random = new Random(seed);
        List<DType> types = List.of(DType.values());
        int tensors = 1 + random.nextInt(12);
        return Plan.of(p -> {
            for (int i = 0; i < tensors; i++) {
                DType dtype = types.get(random.nextInt(types.size()));
                List<Initializer> some = dtype.isInteger() ? OF_INTEGERS : OF_MATRICES;
                Initializer initializer = some.get(random.nextInt(some.size()));
                long[] dims = {1 + random.nextInt(90), 1 + random.nextInt(90)};
                p.tensor("t" + i + ".weight", dtype, initializer, dims);
                if (random.nextInt(6) == 0) {
                    p.tensor("copy" + i, dtype, zeros(), dims).copy("copy" + i, "t" + i + ".weight");
                    p.tie("tied" + i, "t" + i + ".weight");
                }
            }
        });
    }
}
