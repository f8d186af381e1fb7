package org.initweights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.initweights.Initializers.deltaOrthogonal;
import static org.initweights.Initializers.dirac;
import static org.initweights.Initializers.kaimingNormal;
import static org.initweights.Initializers.normal;
import static org.initweights.Initializers.ones;
import static org.initweights.Initializers.orthogonal;
import static org.initweights.Initializers.sparse;
import static org.initweights.Initializers.truncNormal;
import static org.initweights.Initializers.uniform;

import java.nio.ByteBuffer;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.nio.ShortBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.initweights.AdaptedTensors.Adapter;
import org.initweights.AdaptedTensors.Tensor;
import org.initweights.AdaptedTensors.Way;
import org.initweights.testing.FloatTypes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Tensors behind adapters get the numbers that arrays of their type get, in few calls, whichever way they are written. */
class TensorAdapterTest {

    private static final TensorShape SHAPE = TensorShape.of(24, 16, 3, 3);

    private static final Map<String, Initializer> INITIALIZERS = Map.of(
            "kaiming normal", kaimingNormal(),
            "uniform", uniform(-1, 1),
            "wide truncated normal", truncNormal(0, 1, -2, 2),
            "narrow truncated normal", truncNormal(0, 1, 3, 4),
            "orthogonal", orthogonal(),
            "delta orthogonal", deltaOrthogonal(),
            "dirac", dirac(2),
            "ones", ones());

    private static final Map<String, Supplier<RandomSource>> SOURCES = Map.of(
            "seeded", () -> RandomSource.seeded(42),
            "torch", () -> RandomSource.torch(42),
            "jax", () -> RandomSource.jax(42));

    private static Stream<Arguments> cases() {
        List<Arguments> cases = new ArrayList<>();
        for (Way way : Way.values()) {
            for (DType dtype : FloatTypes.ALL) {
                for (String source : SOURCES.keySet()) {
                    INITIALIZERS.keySet().forEach(rule -> cases.add(Arguments.of(way, dtype, source, rule)));
                }
            }
        }
        return cases.stream();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void isDrawnInItsOwnType(Way way, DType dtype, String source, String rule) {
        Initializer initializer = Objects.requireNonNull(INITIALIZERS.get(rule));
        boolean tall = rule.equals("delta orthogonal");
        TensorShape shape = tall ? TensorShape.of(24, 12, 3, 3) : SHAPE;
        Tensor tensor = new Tensor(dtype, (int) shape.elements());
        Adapter adapter = Adapter.of(way);
        Parameters parameters = Parameters.of(p -> p.tensor("w", tensor, adapter, initializer, shape));
        Tensor expected = new Tensor(dtype, (int) shape.elements());

        assertThat(parameters.get("w").dtype()).isEqualTo(dtype);
        String failure = failure(() -> parameters.initialize(source(source)));
        assertThat(failure)
                .isEqualTo(failure(() -> array(expected, shape, initializer).initialize(source(source))));
        if (failure.isEmpty()) {
            assertThat(tensor.bytes).isEqualTo(expected.bytes);
            assertThat(adapter.puts).isLessThanOrEqualTo(way == Way.MEMORY ? 0 : way == Way.WHOLE ? 1 : 16);
            assertThat(adapter.gets).isLessThanOrEqualTo(16);
        }
    }

    private static RandomSource source(String name) {
        return Objects.requireNonNull(SOURCES.get(name)).get();
    }

    private static String failure(Runnable action) {
        try {
            action.run();
            return "";
        } catch (IllegalArgumentException e) {
            return String.valueOf(e.getMessage());
        }
    }

    /** The same elements in a buffer, which is what the adapters' numbers are compared with. */
    private static Parameters array(Tensor tensor, TensorShape shape, Initializer initializer) {
        DoubleBuffer doubles = tensor.bytes.asDoubleBuffer();
        FloatBuffer floats = tensor.bytes.asFloatBuffer();
        ShortBuffer halves = tensor.bytes.asShortBuffer();
        return Parameters.of(p -> {
            switch (tensor.dtype) {
                case I32, I64 -> throw new AssertionError(tensor.dtype);
                case F64 -> p.tensor("w", doubles, initializer, shape);
                case F32 -> p.tensor("w", floats, initializer, shape);
                case F16 -> p.tensor("w", halves, HalfFormat.FP16, initializer, shape);
                case BF16 -> p.tensor("w", halves, HalfFormat.BF16, initializer, shape);
            }
        });
    }

    @Test
    void whatIsDrawnElementByElementComesInBandsIfTheAdapterHasThem() {
        Tensor tensor = new Tensor(DType.F32, 3_456);
        Adapter adapter = Adapter.of(Way.BANDS);
        Tensor expected = new Tensor(DType.F32, 3_456);

        uniform(-1, 1).fill("w", tensor, adapter, SHAPE, RandomSource.seeded(1));

        array(expected, SHAPE, uniform(-1, 1)).initialize(RandomSource.seeded(1));
        assertThat(adapter.puts).isEqualTo(7);
        assertThat(tensor.bytes).isEqualTo(expected.bytes);
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void sparseMatricesAreGatheredToo(Way way) {
        TensorShape shape = TensorShape.of(100, 50);
        Tensor tensor = new Tensor(DType.F32, 5_000);
        Tensor expected = new Tensor(DType.F32, 5_000);
        Adapter adapter = Adapter.of(way);

        sparse(0.9, 0.01).fill("w", tensor, adapter, shape, RandomSource.seeded(1));

        array(expected, shape, sparse(0.9, 0.01)).initialize(RandomSource.seeded(1));
        assertThat(tensor.bytes).isEqualTo(expected.bytes);
        assertThat(adapter.puts).isLessThanOrEqualTo(11);
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void isSavedAndLoadedInFewCalls(Way way, @TempDir Path folder) throws Exception {
        for (DType dtype : FloatTypes.ALL) {
            Tensor tensor = new Tensor(dtype, 100_000);
            Adapter adapter = Adapter.of(way);
            Parameters parameters = Parameters.of(p -> p.tensor("w", tensor, adapter, normal(0, 1), 100, 1_000));
            parameters.initialize(3);
            ByteBuffer before = ByteBuffer.allocate(tensor.bytes.capacity())
                    .put(tensor.bytes.duplicate())
                    .flip();
            Path file = folder.resolve(dtype + way.name() + ".safetensors");
            adapter.gets = 0;

            parameters.save(file);
            for (int i = 0; i < tensor.bytes.capacity(); i++) {
                tensor.bytes.put(i, (byte) 0);
            }
            adapter.puts = 0;
            parameters.load(file);

            assertThat(tensor.bytes).isEqualTo(before);
            assertThat(adapter.gets).isZero();
            assertThat(adapter.puts).isLessThanOrEqualTo(64);
        }
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void isWrittenByManyThreads(Way way) {
        int elements = 3_000_000;
        Tensor tensor = new Tensor(DType.F32, elements);
        Tensor expected = new Tensor(DType.F32, elements);
        TensorShape shape = TensorShape.of(elements);

        Parameters.of(p -> p.tensor("w", tensor, Adapter.of(way), truncNormal(0, 1, -2, 2), shape))
                .initialize(RandomSource.seeded(9));

        array(expected, shape, truncNormal(0, 1, -2, 2)).initialize(RandomSource.seeded(9));
        assertThat(tensor.bytes).isEqualTo(expected.bytes);
    }

    @Test
    void doublesAreNotRounded() {
        Tensor tensor = new Tensor(DType.F64, 4);
        TensorAdapter<Tensor> floatsAlone = new FloatsAlone();
        Parameters parameters = Parameters.of(p -> p.tensor("w", tensor, floatsAlone, uniform(0, 1), 4));

        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> parameters.initialize(1))
                .withMessageContaining("double[]");
    }

    private static final class FloatsAlone implements TensorAdapter<Tensor> {

        @Override
        public Tensor allocate(TensorShape shape) {
            throw new AssertionError();
        }

        @Override
        public long elements(Tensor tensor) {
            return 4;
        }

        @Override
        public DType dtype(Tensor tensor) {
            return tensor.dtype;
        }

        @Override
        public double get(Tensor tensor, long index) {
            return tensor.at((int) index);
        }

        @Override
        public void put(Tensor tensor, long offset, float[] values, int count) {
            throw new AssertionError();
        }
    }

    @Test
    void wrappersOfOneMemoryAreOneParameter() {
        Tensor tensor = new Tensor(DType.F32, 6);
        record Wrapper(Tensor tensor) {}
        class Wrapping implements TensorAdapter<Wrapper> {

            @Override
            public Wrapper allocate(TensorShape shape) {
                throw new AssertionError();
            }

            @Override
            public long elements(Wrapper wrapper) {
                return 6;
            }

            @Override
            public double get(Wrapper wrapper, long index) {
                return wrapper.tensor.at((int) index);
            }

            @Override
            public void put(Wrapper wrapper, long offset, float[] values, int count) {
                throw new AssertionError();
            }

            @Override
            public Optional<ByteBuffer> memory(Wrapper wrapper) {
                return Optional.of(wrapper.tensor.bytes.duplicate());
            }
        }
        Parameters parameters = Parameters.of(p -> p.tensor("a", new Wrapper(tensor), new Wrapping(), ones(), 2, 3)
                .tensor("b", new Wrapper(tensor), new Wrapping(), ones(), 2, 3));

        assertThat(parameters).hasSize(1);
        assertThat(parameters.get("a").names()).containsExactly("a", "b");
    }

    @Test
    void aClosedTensorIsRefusedBeforeAnythingIsWritten() {
        Tensor first = new Tensor(DType.F32, 4);
        Tensor second = new Tensor(DType.F32, 4);
        Parameters parameters = Parameters.of(p -> p.tensor("net.first", first, Adapter.of(Way.MEMORY), ones(), 4)
                .tensor("net.second", second, Adapter.of(Way.MEMORY), ones(), 4));
        second.isClosed = true;

        assertThatIllegalStateException()
                .isThrownBy(() -> parameters.initialize(1))
                .withMessage("net.second [4]: the tensor is closed");
        assertThat(first.at(0)).isZero();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Parameters.of(p -> p.tensor("net.third", second, Adapter.of(Way.MEMORY), ones(), 4)))
                .withMessage("net.third [4]: the tensor is closed");
    }

    @Test
    void memoryOfAnotherSizeOrReadOnlyIsRefused() {
        Tensor tensor = new Tensor(DType.F32, 4);
        class Odd extends NamedAdapter {

            private final ByteBuffer memory;

            Odd(ByteBuffer memory) {
                this.memory = memory;
            }

            @Override
            public Optional<ByteBuffer> memory(Tensor odd) {
                return Optional.of(memory);
            }
        }

        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        Parameters.of(p -> p.tensor("w", tensor, new Odd(ByteBuffer.allocateDirect(12)), ones(), 4)))
                .withMessage(
                        "w [4]: Odd.memory gives 12 bytes, but 4 elements of F32 need 16; a tensor with gaps or of another type has"
                                + " no memory to give");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        Parameters.of(p -> p.tensor("w", tensor, new Odd(tensor.bytes.asReadOnlyBuffer()), ones(), 4)))
                .withMessage("w [4]: the buffer is read-only");
    }

    private static class NamedAdapter implements TensorAdapter<Tensor> {

        @Override
        public Tensor allocate(TensorShape shape) {
            throw new AssertionError();
        }

        @Override
        public long elements(Tensor tensor) {
            return tensor.bytes.capacity() / 4;
        }

        @Override
        public double get(Tensor tensor, long index) {
            return tensor.at((int) index);
        }

        @Override
        public void put(Tensor tensor, long offset, float[] values, int count) {
            tensor.bytes.asFloatBuffer().put((int) offset, values, 0, count);
        }
    }

    @Test
    void whatNothingSaysHowToStartIsListedSavedAndRuled(@TempDir Path folder) throws Exception {
        Tensor known = new Tensor(DType.F32, 4);
        Tensor unknown = new Tensor(DType.F32, 4);
        Adapter adapter = Adapter.of(Way.MEMORY);
        Parameters parameters = Parameters.of(p ->
                p.tensor("fc.weight", known, adapter, ones(), 4).tensor("scale", unknown, adapter, TensorShape.of(4)));

        assertThat(parameters.toString()).contains("scale [4] no initializer");
        assertThatExceptionOfType(InitializationException.class)
                .isThrownBy(() -> parameters.initialize(1))
                .withMessage(
                        "scale has no initializer, so nothing says how it starts; give it a rule, parameters.withRules(w ->"
                                + " w.named(\"scale\", normal(0, 0.02))), or leave it out, parameters.where(Parameter::hasInitializer)"
                                + " [NoInitializer]");
        assertThat(known.at(0)).isZero();

        parameters.withRules(w -> w.named("scale", Initializers.constant(7))).initialize(1);
        assertThat(unknown.at(3)).isEqualTo(7);
        parameters.where(Parameter::hasInitializer).initialize(1);
        assertThat(known.at(3)).isEqualTo(1);
        parameters.save(folder.resolve("all.safetensors"));
        unknown.bytes.putFloat(0, 9);
        parameters.load(folder.resolve("all.safetensors"));
        assertThat(unknown.at(0)).isEqualTo(7);
    }
}
