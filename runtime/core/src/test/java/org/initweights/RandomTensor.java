package org.initweights;

import static org.initweights.Initializers.constant;
import static org.initweights.Initializers.dirac;
import static org.initweights.Initializers.eye;
import static org.initweights.Initializers.lecunNormal;
import static org.initweights.Initializers.logRange;
import static org.initweights.Initializers.normal;
import static org.initweights.Initializers.ones;
import static org.initweights.Initializers.orthogonal;
import static org.initweights.Initializers.sparse;
import static org.initweights.Initializers.table;
import static org.initweights.Initializers.truncNormal;
import static org.initweights.Initializers.uniform;
import static org.initweights.Initializers.zeros;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * A tensor of a random plan.
 *
 * @param start what is known of its elements; empty if only their bytes are compared
 */
record RandomTensor(
        String name,
        DType dtype,
        TensorShape shape,
        Initializer initializer,
        Optional<RandomStart> start,
        boolean isTrained,
        boolean isCopied,
        boolean isTied) {

    private static final List<DType> TYPES = List.of(DType.values());

    private static final List<Initializer> ANY = List.of(
            constant(0.3),
            uniform(-0.1, 0.2),
            normal(0.5, 0.02),
            truncNormal(0, 1, -2, 2),
            truncNormal(0, 1, 1, 2),
            zeros(),
            logRange());

    private static final List<Initializer> MATRIX =
            List.of(lecunNormal(), eye(), orthogonal(2), sparse(0.3), normal().withRows(0, 1, zeros()));

    private static final List<Initializer> INTEGERS = List.of(constant(-7), zeros(), constant(0x1p30));

    /** Those of a plan: of all types and many shapes, a few longer than what is drawn at once. */
    static List<RandomTensor> some(Random random) {
        List<RandomTensor> tensors = new ArrayList<>();
        for (int i = 0; i < 4 + random.nextInt(8); i++) {
            DType dtype = TYPES.get(random.nextInt(TYPES.size()));
            int rank = random.nextInt(5);
            long[] dims = new long[rank];
            // Some are longer than the tiles and chunks that are drawn at once.
            Arrays.setAll(
                    dims, axis -> random.nextInt(6) == 0 && rank < 3 ? 1 + random.nextInt(1500) : random.nextInt(30));
            if (random.nextInt(12) == 0) {
                dims = new long[] {300_007};
            }
            Optional<RandomStart> start =
                    random.nextInt(5) < 3 ? Optional.of(RandomStart.of(dtype, dims, random)) : Optional.empty();
            tensors.add(new RandomTensor(
                    "t" + i + ".weight",
                    dtype,
                    TensorShape.of(dims),
                    start.isPresent() ? start.get().initializer() : initializer(dtype, dims, random),
                    start,
                    random.nextInt(4) > 0,
                    random.nextInt(5) == 0,
                    random.nextInt(5) == 0));
        }
        return tensors;
    }

    private static Initializer initializer(DType dtype, long[] dims, Random random) {
        List<Initializer> some = new ArrayList<>(dtype.isInteger() ? INTEGERS : ANY);
        if (dtype.isInteger()) {
            if (dims.length == 2 && dims[0] > 0 && dims[1] > 0) {
                some.addAll(List.of(eye(), table("1000 * i0 - i1"), ones().withRows(0, 1, zeros())));
            }
        } else {
            if (dims.length == 0) {
                some.remove(some.size() - 1);
            }
            if (dims.length == 2 && dims[0] > 0 && dims[1] > 0) {
                some.addAll(MATRIX);
            }
            if (dims.length == 4 && Arrays.stream(dims).allMatch(size -> size > 0)) {
                some.add(dirac());
            }
        }
        return some.get(random.nextInt(some.size()));
    }

    void declare(WeightsBuilder builder) {
        if (isTrained) {
            builder.tensor(name, shape, dtype, initializer);
        } else {
            builder.nonTrainable(buffers -> buffers.tensor(name, shape, dtype, initializer));
        }
        if (isCopied) {
            builder.tensor("copy." + name, shape, dtype, zeros()).copy("copy." + name, name);
        }
        if (isTied) {
            builder.tie("tied." + name, name);
        }
    }

    /** What is drawn before a function is taken: floats, for half floats too. */
    RandomTensor untransformed() {
        return start.flatMap(RandomStart::drawn)
                .map(drawn -> new RandomTensor(
                        name,
                        dtype == DType.F64 ? DType.F64 : DType.F32,
                        shape,
                        drawn.base(),
                        start,
                        isTrained,
                        isCopied,
                        isTied))
                .orElse(this);
    }
}
