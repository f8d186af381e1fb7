package org.initweights.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.Objects;
import org.initweights.Initializer;
import org.initweights.RandomSource;
import org.initweights.TensorShape;

/**
 * One of our initializers as one of DJL's, for {@code block.setInitializer}. DJL asks for values when it knows the shape, so it also serves
 * blocks whose shapes depend on their input.
 *
 * <pre>{@code
 * RandomSource random = RandomSource.torch(42);
 * block.setInitializer(DjlInitializer.of(kaimingNormal(FAN_OUT, RELU), random), Parameter.Type.WEIGHT);
 * block.setInitializer(DjlInitializer.of(uniform(-0.1, 0.1), random), Parameter.Type.BIAS);
 * block.initialize(manager, DataType.FLOAT32, new Shape(1, 3, 224, 224));
 * }</pre>
 *
 * <p>DJL says neither a parameter's name nor its block. So the source must go by order: give all initializers of a block one
 * {@link RandomSource#torch(long)} or {@link RandomSource#sequence}. DJL initialises the direct parameters of a block in the order in which they
 * were added, then its children in the same way.
 *
 * <p>Threads may share it; arrays that are initialised at the same time wait for each other, and which is first depends on the threads.
 */
public final class DjlInitializer implements ai.djl.training.initializer.Initializer {

    private final Initializer initializer;
    private final RandomSource source;

    private DjlInitializer(Initializer initializer, RandomSource source) {
        this.initializer = initializer;
        this.source = source;
    }

    /** Values from {@code source}, as {@code initializer} says. */
    public static DjlInitializer of(Initializer initializer, RandomSource source) {
        return new DjlInitializer(
                Objects.requireNonNull(initializer, "initializer is null"),
                Objects.requireNonNull(source, "source is null"));
    }

    /**
     * A new array of the manager, with its values.
     *
     * @throws IllegalArgumentException if the source goes by names, such as {@link RandomSource#seeded}; or if the type is none of
     *     {@code FLOAT32}, {@code FLOAT64} and {@code FLOAT16}
     * @throws org.initweights.InitializationException if the initializer does not fit the shape, or a size of it is not known
     */
    @Override
    public NDArray initialize(NDManager manager, Shape shape, DataType dataType) {
        // Refused before the engine meets it: some types end the JVM.
        Objects.requireNonNull(ArrayTypes.of(dataType));
        TensorShape known = TensorShape.of(shape.getShape());
        initializer.resolve(known);
        NDArray array = manager.create(shape, dataType);
        try {
            initializer.fill(array, new DjlArrayAdapter(), known, source);
            return array;
        } catch (RuntimeException | Error e) {
            array.close();
            throw e;
        }
    }

    @Override
    public String toString() {
        return "DjlInitializer.of(" + initializer + ", " + source + ")";
    }
}
