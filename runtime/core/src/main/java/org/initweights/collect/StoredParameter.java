package org.initweights.collect;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import org.initweights.DType;
import org.initweights.Fill;
import org.initweights.Initializer;
import org.initweights.Parameter;
import org.initweights.RandomSource;
import org.initweights.TensorShape;
import org.initweights.internal.draw.SamplerSource;
import org.initweights.internal.kernel.FillKernel;
import org.initweights.internal.rule.NamedResolution;
import org.initweights.internal.start.SourceCheck;
import org.initweights.internal.tensor.ModelStorage;
import org.jspecify.annotations.Nullable;

/**
 * A parameter in the storage that a model keeps it in.
 *
 * @param names its name, and then its other names
 * @param model the class of the model that declares it, if one does
 */
record StoredParameter(
        List<String> names, Optional<Class<?>> model, TensorShape shape, Start start, ModelStorage storage)
        implements Parameter {

    /** A parameter that starts as {@code initializer} says; what does not fit is refused by the parameter's name. */
    static StoredParameter of(
            String name,
            Optional<Class<?>> model,
            TensorShape shape,
            @Nullable Initializer initializer,
            ModelStorage storage) {
        return new StoredParameter(List.of(name), model, shape, Start.of(name, initializer, shape), storage);
    }

    /** This parameter, with these names. */
    StoredParameter named(List<String> names) {
        return new StoredParameter(List.copyOf(names), model, shape, start, storage);
    }

    @Override
    public String name() {
        return names.get(0);
    }

    @Override
    public boolean hasInitializer() {
        return start instanceof Start.Given;
    }

    @Override
    public Initializer initializer() {
        return start.given(name()).initializer();
    }

    @Override
    public Fill fill() {
        return start.given(name()).fill();
    }

    @Override
    public Parameter with(Initializer initializer) {
        return of(name(), model, shape, initializer, storage).named(names);
    }

    @Override
    public double get(long index) {
        return storage.get(index);
    }

    @Override
    public DType dtype() {
        return storage.dtype();
    }

    @Override
    public void encode(long from, int count, ByteBuffer target) {
        storage.encode(from, count, target);
    }

    @Override
    public boolean isConcurrent() {
        return storage.isConcurrent();
    }

    @Override
    public void decode(long from, int count, ByteBuffer source) {
        storage.decode(from, count, source);
    }

    @Override
    public void checkReady() {
        Start.Given given = start.given(name());
        NamedResolution.naming(name(), () -> SourceCheck.check(given.fill()));
        try {
            storage.check();
        } catch (RuntimeException e) {
            throw new IllegalStateException(name() + " " + shape + ": " + e.getMessage(), e);
        }
    }

    @Override
    public void initialize(RandomSource random) {
        Fill fill = fill();
        SamplerSource source = SamplerSource.of(random);
        source.exclusively(() -> storage.writeAll(target ->
                NamedResolution.naming(name(), () -> FillKernel.write(fill, target, source.sampler(name())))));
    }

    /** A line as in {@link org.initweights.Parameters#toString()}: {@code conv [64, 3, 7, 7] N(0, 0.02525²)}. */
    @Override
    public String toString() {
        return name() + " " + shape + " " + (hasInitializer() ? fill() : "no initializer");
    }
}
