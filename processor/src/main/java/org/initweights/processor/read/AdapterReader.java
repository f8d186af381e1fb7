package org.initweights.processor.read;

import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;
import org.initweights.annotation.InitWeights;
import org.initweights.processor.model.Place;
import org.initweights.processor.model.StorageSpec;
import org.initweights.processor.report.Findings;

/**
 * Finds the adapter that knows the type of a field: one that the model names, or its own annotations, or its superclass; else one that a
 * library provides.
 */
final class AdapterReader {

    static final String ADAPTER = "org.initweights.TensorAdapter";

    private final AnnotationFinder annotations;
    private final ProvidedAdapters provided;
    private final Types types;
    private final Making making;
    private final TypeElement model;
    private final Findings findings;

    AdapterReader(
            AnnotationFinder annotations,
            ProvidedAdapters provided,
            Types types,
            Making making,
            TypeElement model,
            Findings findings) {
        this.annotations = annotations;
        this.provided = provided;
        this.types = types;
        this.making = making;
        this.model = model;
        this.findings = findings;
    }

    /** Whether an adapter is there for fields of this type. */
    boolean knows(TypeMirror type) {
        return find(type).isPresent();
    }

    /** Whether a field of this type can hold a tensor that an adapter knows: one of {@code Tensor<?>} can hold a {@code Tensor<Float>}. */
    boolean mayKnow(TypeMirror type) {
        return knows(type)
                || provided.all(type).stream()
                        .flatMap(adapter -> tensor(adapter, types).stream())
                        .anyMatch(tensor -> types.isAssignable(tensor, type));
    }

    /** The tensors for which libraries have adapters, of which none is for this type's arguments; empty if it has no adapters at all. */
    List<String> others(TypeMirror type) {
        return provided.all(type).stream()
                .flatMap(adapter -> tensor(adapter, types).stream())
                .map(TypeShapes::simple)
                .toList();
    }

    /** How a field keeps its parameter; empty if no adapter is for it, or one that has a fault, which is reported. */
    Optional<StorageSpec> read(VariableElement field) {
        return find(field.asType()).filter(adapter -> serves(adapter, field)).flatMap(adapter -> made(adapter, field));
    }

    private Optional<Adapter> find(TypeMirror type) {
        return named(model)
                .filter(adapter -> types.isSameType(type, adapter.tensor))
                .findFirst()
                .or(() -> firstNamed(type, types::isSameType))
                .or(() -> firstNamed(type, types::isSubtype))
                .or(() -> provided.find(type).flatMap(adapter -> adapter(adapter, Optional.empty())));
    }

    private Optional<Adapter> firstNamed(TypeMirror type, BiPredicate<TypeMirror, TypeMirror> fits) {
        return named(model)
                .filter(adapter -> fits.test(types.erasure(type), types.erasure(adapter.tensor)))
                .findFirst();
    }

    /** What a class names, and then what the classes above it name. */
    private Stream<Adapter> named(TypeElement type) {
        Stream<Adapter> own = annotations.marks(type).stream()
                .flatMap(mark -> mark.list("adapters").stream()
                        .flatMap(adapter -> TypeShapes.declared((TypeMirror) adapter.getValue()).stream())
                        .flatMap(adapter -> adapter(adapter, place(type, mark)).stream()));
        return Stream.concat(own, AnnotationFinder.superclass(type).stream().flatMap(this::named));
    }

    /** Where a naming is shown: where it stands, if that is on the model itself, for elsewhere may be another compilation. */
    private Optional<Place> place(TypeElement type, AnnotationView mark) {
        return type.equals(model)
                        && annotations
                                .find(type, InitWeights.class)
                                .filter(mark::equals)
                                .isPresent()
                ? Optional.of(mark.place("adapters"))
                : Optional.empty();
    }

    private Optional<Adapter> adapter(TypeElement type, Optional<Place> named) {
        return tensor(type, types).map(tensor -> new Adapter(type, tensor, named));
    }

    /** The type of the tensors that an adapter knows; empty if a class is none. */
    static Optional<TypeMirror> tensor(TypeElement adapter, Types types) {
        return TypeShapes.argument(adapter.asType(), ADAPTER, 0, types);
    }

    /** Whether the tensors of an adapter may be read from a field, and kept in it if that can be assigned. */
    private boolean serves(Adapter adapter, VariableElement field) {
        boolean reads = types.isAssignable(field.asType(), adapter.tensor);
        boolean keeps =
                field.getModifiers().contains(Modifier.FINAL) || types.isAssignable(adapter.tensor, field.asType());
        if (reads && keeps) {
            return true;
        }
        String tensor = TypeShapes.simple(adapter.tensor);
        findings.error(
                annotations.place(field),
                "FieldType",
                field.getSimpleName() + ": the adapter " + adapter.type.getSimpleName() + " is for fields of type "
                        + tensor + ", and this is a " + TypeShapes.simple(field.asType()) + "; declare it as " + tensor
                        + ", or name an adapter for its type");
        return false;
    }

    private Optional<StorageSpec> made(Adapter adapter, VariableElement field) {
        Making.Found found = making.constructor(
                adapter.type, 0, wanted -> "add one, since generated code has nothing to give to " + wanted);
        if (found instanceof Making.Obstacle obstacle) {
            findings.error(
                    adapter.named.orElseGet(() -> annotations.place(field)),
                    "Adapter",
                    (adapter.named.isPresent() ? "adapters: " : field.getSimpleName() + ": ") + obstacle.problem());
            return Optional.empty();
        }
        return Optional.of(new StorageSpec.Adapted(
                TypeShapes.name(adapter.type), !adapter.type.getTypeParameters().isEmpty()));
    }

    /**
     * An adapter.
     *
     * @param tensor the type of the tensors that it knows
     * @param named where the model names it
     */
    private record Adapter(TypeElement type, TypeMirror tensor, Optional<Place> named) {}
}
