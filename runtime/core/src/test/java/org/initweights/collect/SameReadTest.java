package org.initweights.collect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.initweights.Initializers.ones;

import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.initweights.Parameters;
import org.initweights.TensorShape;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Getters that return copies. */
class SameReadTest {

    private static final String COPY = "w: its getter returns a copy, so nothing would reach the model; "
            + "return what the field holds, or make the field package-private";

    private static Parameters collect(Consumer<ParameterCollector> model) {
        return ParameterCollector.collect(new Object(), (object, parameters) -> model.accept(parameters));
    }

    private static <T> void behind(TensorType<T> type, Supplier<? extends @Nullable T> getter, long... shape) {
        collect(p -> p.addBehind("w", type, getter, TensorShape.of(shape), ones()));
    }

    private static void refused(Runnable read) {
        assertThatIllegalArgumentException().isThrownBy(read::run).withMessage(COPY);
    }

    @Test
    void refusesCopiesOfTensors() {
        float[] array = new float[4];
        refused(() -> behind(TensorType.FLOATS, array::clone, 4));
        FloatBuffer buffer = FloatBuffer.allocate(4);
        refused(() -> behind(
                TensorType.FLOAT_BUFFER, () -> FloatBuffer.wrap(buffer.array().clone()), 4));
        float[][] nested = new float[2][2];
        refused(() ->
                behind(TensorType.nested(float[][].class), () -> new float[][] {nested[0], nested[1].clone()}, 2, 2));
        refused(() -> behind(
                TensorType.FLOAT_BUFFER, () -> ByteBuffer.allocateDirect(16).asFloatBuffer(), 4));
    }

    @Test
    void refusesCopiesBehindASetter() {
        float[] array = new float[4];
        refused(() -> collect(
                p -> p.addOrAllocate("w", TensorType.FLOATS, array::clone, set -> {}, TensorShape.of(4), ones())));
    }

    @Test
    void viewsOfTheSameElementsReachTheModel() {
        FloatBuffer heap = FloatBuffer.allocate(4);
        behind(TensorType.FLOAT_BUFFER, heap::duplicate, 4);
        FloatBuffer direct = ByteBuffer.allocateDirect(16).asFloatBuffer();
        behind(TensorType.FLOAT_BUFFER, direct::duplicate, 4);
        float[][] nested = new float[2][2];
        behind(TensorType.nested(float[][].class), nested::clone, 2, 2);
    }

    @Test
    void aGetterThatMakesTheArrayAtTheFirstCallIsRight() {
        List<float[]> made = new ArrayList<>();
        Supplier<float[]> lazy = () -> {
            if (made.isEmpty()) {
                made.add(new float[4]);
            }
            return made.get(0);
        };
        collect(p -> p.addBehind("w", TensorType.FLOATS, lazy, TensorShape.of(4), ones()))
                .initialize(1);
        assertThat(made.get(0)).containsOnly(1);
    }

    @Test
    void refusesCopiesOfSubModels() {
        Object a = new Object();
        Object b = new Object();
        for (Object[] reads : new Object[][] {
            {a, b},
            {List.of(a), List.of(b)},
            {List.of(a), List.of(a, a)},
            {Map.of("k", a), Map.of("k", b)},
            {Map.of("k", a), Map.of("l", a)},
            {new Object[] {a}, new Object[] {b}},
            {Optional.of(a), Optional.empty()},
            {List.of(Map.of("k", new Object[] {a})), List.of(Map.of("k", new Object[] {b}))},
        }) {
            refused(() -> collect(p -> p.same("w", reads[0], reads[1])));
        }
    }

    @Test
    void aNewListOfTheSameSubModelsIsRight() {
        Object a = new Object();
        List<Object> list = new ArrayList<>(List.of(a));
        assertThatCode(() -> collect(p -> {
                    p.same("w", List.copyOf(list), Collections.unmodifiableList(list));
                    p.same("w", new Object[] {a}, new Object[] {a});
                    p.same("w", Map.of("k", list), Map.of("k", List.of(a)));
                    p.same("w", Optional.of(a), Optional.of(a));
                    p.same("w", null, null);
                }))
                .doesNotThrowAnyException();
    }

    @Test
    void refusesSizesThatNobodySet() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> collect(p -> p.dims("w", "out, in", 0, 0)))
                .withMessage("w: out and in are 0; set them before the weights");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> collect(p -> p.dims("w", "2 * n, 3, 2 * n", 0, 3, 0)))
                .withMessage("w: 2 * n is 0; set it before the weights");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> collect(p -> p.dims("w", "a, b, c", 0, 0, 0)))
                .withMessage("w: a, b and c are 0; set them before the weights");
        assertThatCode(() -> collect(p -> p.dims("w", "0, in", 0, 3))).doesNotThrowAnyException();
    }
}
