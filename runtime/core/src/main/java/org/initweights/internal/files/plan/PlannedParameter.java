package org.initweights.internal.files.plan;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import org.initweights.DType;
import org.initweights.Fill;
import org.initweights.Initializer;
import org.initweights.Parameter;
import org.initweights.RandomSource;
import org.initweights.TensorShape;
import org.initweights.internal.derive.Deriving;
import org.initweights.internal.files.safetensors.Header;
import org.initweights.internal.rule.MupRoles;
import org.initweights.internal.rule.NamedResolution;

/**
 * A parameter that has no elements anywhere yet.
 *
 * @param names its name, and then its other names
 * @param model the class of the model that declares it, if one does
 * @param isTrainable whether training changes it
 * @param copyOf the name of the parameter that it begins as a copy of
 */
public record PlannedParameter(
        List<String> names,
        Optional<Class<?>> model,
        TensorShape shape,
        DType dtype,
        Initializer initializer,
        Fill fill,
        boolean isTrainable,
        Optional<String> copyOf)
        implements Deriving {

    /**
     * A parameter.
     *
     * @throws IllegalArgumentException if no tensor of a safetensors file can have this name
     */
    public PlannedParameter {
        names = List.copyOf(names);
        for (String name : names) {
            if (name.isEmpty()) {
                throw new IllegalArgumentException("the name of a parameter is empty");
            }
            Header.checkName(name);
        }
    }

    /** A parameter that starts as {@code initializer} says; what does not fit is refused by the parameter's name. */
    public static PlannedParameter of(String name, TensorShape shape, DType dtype, Initializer initializer) {
        return new PlannedParameter(
                List.of(name),
                Optional.empty(),
                shape,
                dtype,
                initializer,
                NamedResolution.resolve(name, initializer, shape, dtype),
                !dtype.isInteger(),
                Optional.empty());
    }

    /** What a plan says of a parameter. */
    public static PlannedParameter of(Parameter parameter) {
        return new PlannedParameter(
                parameter.names(),
                parameter.model(),
                parameter.shape(),
                parameter.dtype(),
                parameter.initializer(),
                parameter.fill(),
                parameter.isTrainable(),
                parameter.copyOf());
    }

    /** This parameter, with these names. */
    public PlannedParameter named(List<String> names) {
        return new PlannedParameter(names, model, shape, dtype, initializer, fill, isTrainable, copyOf);
    }

    /** This parameter, as one that begins as a copy of another. */
    public PlannedParameter copying(Parameter source) {
        return new PlannedParameter(
                        names,
                        model,
                        shape,
                        dtype,
                        source.initializer(),
                        source.fill(),
                        isTrainable,
                        Optional.of(source.copyOf().orElse(source.name())))
                .held();
    }

    @Override
    public Parameter following(Parameter source) {
        boolean isNew = copyOf.isPresent() && source.hasInitializer() && !isLike(source);
        return isNew ? copying(source) : this;
    }

    /** Whether the other starts and learns so: initializers of one fill may have different roles. */
    private boolean isLike(Parameter source) {
        return source.fill().equals(fill)
                && MupRoles.of(source.initializer(), shape).equals(MupRoles.of(initializer, shape));
    }

    /**
     * This parameter, with elements of another type.
     *
     * @throws org.initweights.InitializationException if the type cannot hold what it starts as
     */
    public PlannedParameter storedAs(DType type) {
        return new PlannedParameter(names, model, shape, type, initializer, fill, isTrainable, copyOf).held();
    }

    private PlannedParameter held() {
        NamedResolution.naming(name(), () -> NamedResolution.checkHeld(fill, dtype));
        return this;
    }

    /** This parameter, as one that nothing trains. */
    public PlannedParameter notTrained() {
        return new PlannedParameter(names, model, shape, dtype, initializer, fill, false, copyOf);
    }

    /** This parameter, as one of a model of this class. */
    public PlannedParameter declaredBy(Optional<Class<?>> type) {
        return new PlannedParameter(names, type, shape, dtype, initializer, fill, isTrainable, copyOf);
    }

    @Override
    public String name() {
        return names.get(0);
    }

    @Override
    public Parameter with(Initializer other) {
        return new PlannedParameter(
                names,
                model,
                shape,
                dtype,
                other,
                NamedResolution.resolve(name(), other, shape, dtype),
                isTrainable,
                Optional.empty());
    }

    @Override
    public double get(long index) {
        throw withoutElements();
    }

    @Override
    public void encode(long from, int count, ByteBuffer target) {
        throw withoutElements();
    }

    @Override
    public void decode(long from, int count, ByteBuffer source) {
        throw withoutElements();
    }

    @Override
    public void initialize(RandomSource random) {
        throw withoutElements();
    }

    private UnsupportedOperationException withoutElements() {
        return new UnsupportedOperationException(
                name() + " is planned, and has no elements; Plan.initialize writes them to a file");
    }

    /** A line as in {@link org.initweights.Parameters#toString()}: {@code conv [64, 3, 7, 7] N(0, 0.02525²)}. */
    @Override
    public String toString() {
        return name() + " " + shape + " " + fill;
    }
}
