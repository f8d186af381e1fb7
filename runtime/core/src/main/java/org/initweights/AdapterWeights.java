package org.initweights;

import java.nio.file.Path;
import org.initweights.internal.fill.LowRankFill;
import org.initweights.internal.fill.LowRankMethod;
import org.initweights.internal.fill.LowRankPart;
import org.initweights.internal.start.WeightsInitializer;

/**
 * The parts of a weight that is split for LoRA: its adapter, and what is left. Together they are the weight: {@code residual + scaling·b·a}.
 *
 * <pre>{@code
 * AdapterWeights query = Initializers.from(Path.of("base.safetensors")).pissa("q_proj.weight", 16, 2);
 * Parameters.of(p -> p
 *         .tensor("q_proj.base_layer.weight", weight, query.residual(), 4096, 4096)
 *         .tensor("q_proj.lora_A.weight", a, query.a(), 16, 4096)
 *         .tensor("q_proj.lora_B.weight", b, query.b(), 4096, 16));
 * }</pre>
 *
 * <p>It is immutable, and threads may share it. {@link BaseWeights} makes it.
 */
public final class AdapterWeights {

    private final Path file;
    private final String tensor;
    private final LowRankMethod method;
    private final int rank;
    private final double scaling;

    AdapterWeights(Path file, String tensor, LowRankMethod method, int rank, double scaling) {
        LowRankFill.check(method, rank, scaling);
        this.file = file;
        this.tensor = tensor;
        this.method = method;
        this.rank = rank;
        this.scaling = scaling;
    }

    /** The matrix that the input meets first, [rank, in]. */
    public Initializer a() {
        return part(LowRankPart.A);
    }

    /** The matrix after that, [out, rank]. */
    public Initializer b() {
        return part(LowRankPart.B);
    }

    /** The frozen weight, [out, in]. The product is subtracted in double, before a and b are rounded to their types. */
    public Initializer residual() {
        return part(LowRankPart.RESIDUAL);
    }

    private Initializer part(LowRankPart part) {
        return WeightsInitializer.lowRank(file, tensor, method, part, rank, scaling);
    }

    /** {@code pissa("q_proj.weight", 16)}. */
    @Override
    public String toString() {
        return method.call(tensor, rank);
    }
}
