package org.initweights.libtorch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.global.torch;
import org.initweights.DType;
import org.initweights.Initializers;
import org.initweights.Parameter;
import org.initweights.RandomSource;
import org.initweights.TensorShape;
import org.initweights.TorchBuild;
import org.initweights.Weights;
import org.junit.jupiter.api.Test;

/** Random sequences of calls after a random seed: PyTorch, in this JVM, draws the same numbers. */
class LiveParityTest {

    private static final int CASES = Integer.getInteger("initweights.parity.cases", 300);
    private static final long[] SEEDS = {
        0, 1, 42, -1, Integer.MAX_VALUE, 1L << 31, 1L << 32, (1L << 32) + 7, Long.MIN_VALUE
    };

    private final TorchBuild build = LibTorch.build();
    private int tensors;
    private long elements;

    @Test
    void pytorchDrawsTheSame() {
        long choice = choice();
        SplittableRandom random = new SplittableRandom(choice);
        List<String> failures = new ArrayList<>();
        for (int i = 0; i < CASES; i++) {
            long seed = random.nextInt(4) == 0 ? SEEDS[random.nextInt(SEEDS.length)] : random.nextLong();
            List<Step> steps = steps(random);
            try {
                compare(seed, steps);
            } catch (AssertionError e) {
                failures.add("after manual_seed(" + seed + "), " + steps + ": " + e.getMessage());
            }
        }
        System.out.println("libtorch, " + build + ": " + (CASES - failures.size()) + " of " + CASES
                + " random cases are the same (" + tensors + " tensors, " + elements + " elements); chosen by the seed "
                + choice);
        assertThat(failures).isEmpty();
    }

    private static long choice() {
        String seed = System.getProperty("initweights.parity.seed", "fresh");
        return seed.equals("fresh") ? System.nanoTime() : Long.parseLong(seed);
    }

    /** Up to four calls, and then one that shows where the generator stands, and whether half a pair of normals is left. */
    private static List<Step> steps(SplittableRandom random) {
        RandomFunctions functions = new RandomFunctions(random);
        RandomLayers layers = new RandomLayers(random);
        Stream<Step> calls = Stream.generate(() -> random.nextInt(4) == 0 ? layers.next() : functions.next())
                .limit(random.nextInt(1, 5));
        return Stream.concat(calls, Stream.of(end())).toList();
    }

    private static Step end() {
        TensorShape one = TensorShape.of(1);
        return new Step(
                "normal_(0, 1), uniform_(0, 1)",
                List.of(
                        new Step.Declared("normal", one, DType.F32, Initializers.normal(0, 1)),
                        new Step.Declared("uniform", one, DType.F64, Initializers.uniform(0, 1))),
                () -> List.of(
                        LibTorch.empty(one, DType.F32).normal_(),
                        LibTorch.empty(one, DType.F64).uniform_()),
                0);
    }

    private void compare(long seed, List<Step> steps) {
        RandomSource source = RandomSource.torch(seed, build);
        torch.manual_seed(seed);
        for (Step step : steps) {
            Weights ours = Weights.of(builder ->
                    step.ours().forEach(d -> builder.tensor(d.name(), d.shape(), d.dtype(), d.initializer())));
            ours.initialize(source);
            List<ByteBuffer> theirs = theirs(step);
            assertThat(theirs).as("%s", step).hasSameSizeAs(step.ours());
            for (int i = 0; i < theirs.size(); i++) {
                compare(step, ours.get(step.ours().get(i).name()), theirs.get(i));
            }
        }
    }

    /** The scope frees what PyTorch allocates, and keeps it from being freed before. */
    @SuppressWarnings("try")
    private static List<ByteBuffer> theirs(Step step) {
        try (PointerScope scope = new PointerScope()) {
            return step.theirs().get().stream().map(LibTorch::bytes).toList();
        }
    }

    private void compare(Step step, Parameter ours, ByteBuffer theirs) {
        tensors++;
        elements += ours.elements();
        ByteBuffer bytes = ByteBuffer.allocate(theirs.capacity()).order(ByteOrder.nativeOrder());
        ours.encode(0, (int) ours.elements(), bytes);
        bytes.flip();
        if (step.tolerance() == 0) {
            assertThat(bytes.mismatch(theirs))
                    .as("%s: the first byte of %s that differs", step, ours)
                    .isEqualTo(-1);
            return;
        }
        for (int i = 0; i < ours.elements(); i++) {
            double expected = ours.dtype() == DType.F64 ? theirs.getDouble(8 * i) : theirs.getFloat(4 * i);
            assertThat(Math.abs(ours.get(i) - expected))
                    .as("%s: element %s is %s, not %s", step, i, ours.get(i), expected)
                    .isLessThanOrEqualTo(step.tolerance());
        }
    }
}
