package org.initweights.testing;

import java.nio.ByteBuffer;
import java.util.List;
import org.initweights.DType;
import org.initweights.Fill;
import org.initweights.Initializer;
import org.initweights.Parameter;
import org.initweights.RandomSource;
import org.initweights.TensorShape;

/** A parameter that is another one, but for what it overrides. */
public interface ForwardingParameter extends Parameter {

    /** The other one. */
    Parameter parameter();

    @Override
    default String name() {
        return parameter().name();
    }

    @Override
    default List<String> names() {
        return parameter().names();
    }

    @Override
    default TensorShape shape() {
        return parameter().shape();
    }

    @Override
    default Initializer initializer() {
        return parameter().initializer();
    }

    @Override
    default Fill fill() {
        return parameter().fill();
    }

    @Override
    default double get(long index) {
        return parameter().get(index);
    }

    @Override
    default DType dtype() {
        return parameter().dtype();
    }

    @Override
    default void encode(long from, int count, ByteBuffer target) {
        parameter().encode(from, count, target);
    }

    @Override
    default boolean isConcurrent() {
        return parameter().isConcurrent();
    }

    @Override
    default void decode(long from, int count, ByteBuffer source) {
        parameter().decode(from, count, source);
    }

    @Override
    default void initialize(RandomSource random) {
        parameter().initialize(random);
    }
}
