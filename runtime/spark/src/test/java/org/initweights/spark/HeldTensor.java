package org.initweights.spark;

import static org.initweights.Initializers.normal;
import static org.initweights.Initializers.orthogonal;
import static org.initweights.Initializers.sparse;
import static org.initweights.Initializers.spectralVector;
import static org.initweights.Initializers.truncNormal;
import static org.initweights.Initializers.weightNormGain;
import static org.initweights.Initializers.zeros;
import static org.initweights.SingularSide.LEFT;
import static org.initweights.SingularSide.RIGHT;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.util.List;
import java.util.function.Consumer;
import org.initweights.DType;
import org.initweights.Plan;
import org.initweights.RandomSource;
import org.initweights.WeightsBuilder;
import org.initweights.io.SaveOptions;

/** Plans whose last tensor, in a shard of its own, takes heap or does not. */
enum HeldTensor {
    NORMAL(0, p -> p.tensor("w", normal(), 4096, 2048)),
    NORMAL_OF_TORCH(0, NORMAL.tensors),
    TRUNCATED_OF_TORCH(32 << 20, p -> p.tensor("w", truncNormal(0, 1, -1, 1), 4096, 2048)),
    SPARSE(32 << 20, p -> p.tensor("w", sparse(0.5, 1), 4096, 2048)),
    /** A double for each element of the matrix. */
    LEFT_VECTOR(64 << 20, p -> p.tensor("w", normal(), 4096, 2048).tensor("u", spectralVector("w", LEFT), 4096)),
    LEFT_VECTOR_OF_TORCH(64 << 20, LEFT_VECTOR.tensors),
    RIGHT_VECTOR_OF_HALVES(
            64 << 20,
            p -> p.tensor("w", DType.BF16, normal(), 4096, 2048)
                    .tensor("v", DType.BF16, spectralVector("w", RIGHT), 2048)),
    COPY_OF_A_VECTOR(
            64 << 20,
            p -> p.tensor("w", normal(), 4096, 2048)
                    .tensor("u", spectralVector("w", LEFT), 4096)
                    .tensor("copy", zeros(), 4096)
                    .copy("copy", "u")),
    NORM_OF_A_VECTOR(
            64 << 20,
            p -> p.tensor("w", normal(), 4096, 2048)
                    .tensor("u", spectralVector("w", LEFT), 4096)
                    .tensor("norm", weightNormGain("u", -1))),
    /** Four bytes of the orthogonal matrix as it is drawn, and a double for each element of it. */
    VECTOR_OF_AN_ORTHOGONAL_MATRIX(
            24 << 20, p -> p.tensor("w", orthogonal(), 2048, 1024).tensor("u", spectralVector("w", LEFT), 2048)),
    FEW_NORMS(0, p -> p.tensor("w", normal(), 4096, 2048).tensor("g", weightNormGain("w", 0), 4096)),
    /** Four doubles for each norm, and itself. */
    MANY_NORMS(144 << 20, p -> p.tensor("w", normal(), 1 << 22, 1).tensor("g", weightNormGain("w", 0), 1 << 22)),
    /** Five doubles for each norm of numbers so small that they are looked at twice, and itself. */
    MANY_NORMS_OF_DOUBLES(
            192 << 20,
            p -> p.tensor("w", DType.F64, normal(0, 1e-200), 1 << 22, 1)
                    .tensor("g", DType.F64, weightNormGain("w", 0), 1 << 22));

    /** How many bytes are held at least at the same time, worked out by hand. */
    final long least;

    @SuppressWarnings("ImmutableEnumChecker") // Lambdas that capture nothing.
    private final Consumer<WeightsBuilder> tensors;

    HeldTensor(long least, Consumer<WeightsBuilder> tensors) {
        this.least = least;
        this.tensors = tensors;
    }

    Plan plan() {
        return Plan.of(tensors);
    }

    RandomSource source() {
        return name().endsWith("OF_TORCH") ? RandomSource.torch(1) : RandomSource.seeded(1);
    }

    /** The shard with the last tensor alone. */
    static Plan.Shard last(Plan plan) {
        List<Plan.Shard> shards = plan.shards(SaveOptions.defaults().withShardsOf(1));
        return shards.get(shards.size() - 1);
    }

    /** Draws the last tensor in a JVM of its own, whose heap ends as it was told. */
    public static void main(String[] arguments) throws IOException {
        HeldTensor held = valueOf(arguments[0]);
        last(held.plan()).write(new Nowhere(), held.source());
    }

    private static final class Nowhere implements WritableByteChannel {
        @Override
        public int write(ByteBuffer source) {
            int count = source.remaining();
            source.position(source.limit());
            return count;
        }

        @Override
        public boolean isOpen() {
            return true;
        }

        @Override
        public void close() {}
    }
}
