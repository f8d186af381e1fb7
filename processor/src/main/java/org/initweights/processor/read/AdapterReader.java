package org.initweights.processor.read;

import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;
import org.initweights.annotation.InitWeights;
import org.initweights.processor.model.StorageSpec;
import org.initweights.processor.report.Findings;

/** Finds the adapter of the user that knows the type of a field. */
final class AdapterReader {

    private static final String ADAPTER = "org.initweights.TensorAdapter";

    private final AnnotationFinder annotations;
    private final Types types;
    private final Making making;
    private final TypeElement model;
    private final Findings findings;

    AdapterReader(AnnotationFinder annotations, Types types, Making making, TypeElement model, Findings findings) {
        this.annotations = annotations;
        this.types = types;
        this.making = making;
        this.model = model;
        this.findings = findings;
    }

    /** Whether an adapter is there for fields of this type. */
    boolean knows(TypeMirror type) {
        return find(type).isPresent();
    }

    /** How a field keeps its parameter; empty if no adapter is for it, or one that has a fault, which is reported. */
    Optional<StorageSpec> read(VariableElement field) {
        return find(field.asType()).filter(adapter -> serves(adapter, field)).flatMap(this::made);
    }

    private Optional<Adapter> find(TypeMirror type) {
        return adapters().stream()
                .filter(adapter -> types.isSameType(types.erasure(adapter.tensor), types.erasure(type)))
                .findFirst();
    }

    private List<Adapter> adapters() {
        return annotations.find(model, InitWeights.class).map(view -> view.list("adapters")).orElse(List.of()).stream()
                .map(adapter -> TypeShapes.declared((TypeMirror) adapter.getValue()))
                .flatMap(Optional::stream)
                .flatMap(
                        adapter -> TypeShapes.argument(adapter.asType(), ADAPTER, 0, types)
                                .map(tensor -> new Adapter(adapter, tensor))
                                .stream())
                .toList();
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

    private Optional<StorageSpec> made(Adapter adapter) {
        Making.Found found = making.constructor(
                adapter.type, 0, wanted -> "add one, since generated code has nothing to give to " + wanted);
        if (found instanceof Making.Obstacle obstacle) {
            annotations
                    .find(model, InitWeights.class)
                    .ifPresent(view ->
                            findings.error(view.place("adapters"), "Adapter", "adapters: " + obstacle.problem()));
            return Optional.empty();
        }
        return Optional.of(new StorageSpec.Adapted(
                TypeShapes.name(adapter.type), !adapter.type.getTypeParameters().isEmpty()));
    }

    /**
     * An adapter.
     *
     * @param tensor the type of the tensors that it knows
     */
    private record Adapter(TypeElement type, TypeMirror tensor) {}
}
