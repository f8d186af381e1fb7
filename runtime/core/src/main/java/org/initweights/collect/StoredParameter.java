package org.initweights.collect;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Optional;
import org.initweights.DType;
import org.initweights.Fill;
import org.initweights.Initializer;
import org.initweights.Parameter;
import org.initweights.RandomSource;
import org.initweights.TensorShape;
import org.initweights.internal.derive.DerivedKernel;
import org.initweights.internal.derive.Deriving;
import org.initweights.internal.derive.SourceElements;
import org.initweights.internal.draw.SamplerSource;
import org.initweights.internal.fill.DerivedFill;
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
 * @param isTrainable whether training changes it
 */
record StoredParameter(
        List<String> names,
        Optional<Class<?>> model,
        TensorShape shape,
        Start start,
        ModelStorage storage,
        boolean isTrainable)
        implements Deriving {

    /** How many elements are copied at once. */
    private static final int PIECE = 1 << 14;

    /** A parameter that starts as {@code initializer} says; what does not fit is refused by the parameter's name. */
    static StoredParameter of(
            String name,
            Optional<Class<?>> model,
            TensorShape shape,
            @Nullable Initializer initializer,
            ModelStorage storage) {
        return new StoredParameter(
                List.of(name),
                model,
                shape,
                Start.of(name, initializer, shape, storage.dtype()),
                storage,
                !storage.dtype().isInteger());
    }

    /** This parameter, with these names. */
    StoredParameter named(List<String> names) {
        return new StoredParameter(List.copyOf(names), model, shape, start, storage, isTrainable);
    }

    /** This parameter, as one that begins as a copy of another. */
    StoredParameter copying(Parameter source) {
        return new StoredParameter(names, model, shape, new Start.Copied(source), storage, isTrainable);
    }

    @Override
    public Parameter following(Parameter source) {
        if (source().filter(now -> now == source).isPresent()) {
            return this;
        }
        return start instanceof Start.Copied
                ? copying(source)
                : new StoredParameter(
                        names, model, shape, new Start.Computed(source, start.given(name())), storage, isTrainable);
    }

    @Override
    public Optional<Parameter> source() {
        if (start instanceof Start.Computed computed) {
            return Optional.of(computed.source());
        }
        return start instanceof Start.Copied copied ? Optional.of(copied.source()) : Optional.empty();
    }

    /** This parameter, as one that nothing trains. */
    StoredParameter notTrained() {
        return new StoredParameter(names, model, shape, start, storage, false);
    }

    @Override
    public String name() {
        return names.get(0);
    }

    @Override
    public Optional<String> copyOf() {
        return start instanceof Start.Copied copied
                ? Optional.of(copied.source().name())
                : Optional.empty();
    }

    @Override
    public boolean hasInitializer() {
        return start instanceof Start.Copied copied
                ? copied.source().hasInitializer()
                : !(start instanceof Start.Unsaid);
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
        return new StoredParameter(
                names, model, shape, Start.of(name(), initializer, shape, dtype()), storage, isTrainable);
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
        if (!(start instanceof Start.Copied)) {
            Start.Given given = start.given(name());
            NamedResolution.naming(name(), () -> {
                SourceCheck.check(given.fill());
                if (start instanceof Start.Given && given.fill() instanceof DerivedFill derived) {
                    throw derived.alone();
                }
            });
        }
        try {
            storage.check();
        } catch (RuntimeException e) {
            throw new IllegalStateException(name() + " " + shape + ": " + e.getMessage(), e);
        }
    }

    @Override
    public void initialize(RandomSource random) {
        if (start instanceof Start.Copied copied) {
            copy(copied.source());
            return;
        }
        if (start instanceof Start.Computed computed && fill() instanceof DerivedFill derived) {
            SourceElements elements = SourceElements.of(computed.source());
            storage.writeAll(
                    target -> NamedResolution.naming(name(), () -> DerivedKernel.write(derived, elements, target)));
            return;
        }
        Fill fill = fill();
        SamplerSource source = SamplerSource.of(random);
        source.exclusively(() -> storage.writeAll(target ->
                NamedResolution.naming(name(), () -> FillKernel.write(fill, target, source.sampler(name())))));
    }

    /** Writes the elements that another parameter of the same shape and type has now. */
    private void copy(Parameter source) {
        ByteBuffer piece = ByteBuffer.allocate((int) Math.min(PIECE, elements()) * dtype().bytes())
                .order(ByteOrder.nativeOrder());
        for (long from = 0; from < elements(); from += PIECE) {
            int count = (int) Math.min(PIECE, elements() - from);
            source.encode(from, count, piece.clear());
            decode(from, count, piece.flip());
        }
    }

    /** A line as in {@link org.initweights.Parameters#toString()}: {@code conv [64, 3, 7, 7] N(0, 0.02525²)}. */
    @Override
    public String toString() {
        return name() + " " + shape + " " + (hasInitializer() ? fill() : "no initializer");
    }
}
