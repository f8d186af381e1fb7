package org.initweights.processor.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.Types;
import org.initweights.processor.model.SubModelSpec.Holder;

/** Takes the types of fields apart: what they hold, in arrays, maps, iterables and optionals at any depth. */
final class Holdings {

    /** Declared types are not nested deeper; some types go on for ever. */
    static final int DEPTH = 16;

    private final AnnotationFinder annotations;
    private final Types types;

    Holdings(AnnotationFinder annotations, Types types) {
        this.annotations = annotations;
        this.types = types;
    }

    /**
     * Something that a field holds.
     *
     * @param holders what it is in, the outermost first
     * @param type its type: a class, or a type variable if no more is known
     */
    record Held(List<Holder> holders, TypeMirror type) {

        private Held in(Holder holder) {
            List<Holder> all = new ArrayList<>(List.of(holder));
            all.addAll(holders);
            return new Held(all, type);
        }

        /** Its class, if it has one. */
        Optional<TypeElement> element() {
            return type instanceof TypeVariable ? Optional.empty() : TypeShapes.declared(type);
        }
    }

    /** All that a type holds, or the type itself if it holds nothing; a model is not taken apart. */
    List<Held> of(TypeMirror type) {
        return in(type, List.of()).toList();
    }

    /** @param around the types that this one is in */
    private Stream<Held> in(TypeMirror type, List<TypeMirror> around) {
        if (around.size() == DEPTH || around.stream().anyMatch(same -> types.isSameType(same, type))) {
            return Stream.of();
        }
        List<TypeMirror> above = new ArrayList<>(around);
        above.add(type);
        if (type instanceof TypeVariable) {
            List<Held> known =
                    TypeShapes.classes(type).flatMap(bound -> in(bound, above)).toList();
            List<Held> models = known.stream().filter(this::isModel).toList();
            // What a bound holds may be a model, or a variable again; of the bounds that say nothing the variable
            // stands for all.
            boolean opens = known.stream()
                    .anyMatch(
                            held -> !held.holders().isEmpty() && held.element().isEmpty());
            return models.isEmpty() ? opens ? known.stream() : Stream.of(new Held(List.of(), type)) : models.stream();
        }
        if (type instanceof WildcardType wildcard) {
            return wildcard.getExtendsBound() == null ? Stream.of() : in(wildcard.getExtendsBound(), above);
        }
        if (type instanceof ArrayType array) {
            return array.getComponentType().getKind().isPrimitive() ? Stream.of() : inContent(array, above);
        }
        return type instanceof DeclaredType declared && type.getKind() == TypeKind.DECLARED
                ? inClass(declared, above)
                : Stream.of();
    }

    private Stream<Held> inClass(DeclaredType type, List<TypeMirror> above) {
        Held itself = new Held(List.of(), type);
        if (isModel(itself) || itself.element().filter(annotations::isSkipped).isPresent()) {
            return Stream.of(itself);
        }
        List<Held> content = inContent(type, above).toList();
        return content.isEmpty() ? Stream.of(itself) : content.stream();
    }

    private Stream<Held> inContent(TypeMirror type, List<TypeMirror> above) {
        return HolderContent.of(type, types)
                .flatMap(content -> in(content.type(), above).map(held -> held.in(content.holder())));
    }

    private boolean isModel(Held held) {
        return held.element().filter(annotations::isModel).isPresent();
    }

    /** The first model that a type holds, and else the first variable. */
    Optional<Held> model(TypeMirror type) {
        List<Held> all = of(type);
        return all.stream()
                .filter(this::isModel)
                .findFirst()
                .or(() -> all.stream()
                        .filter(held -> held.type() instanceof TypeVariable)
                        .findFirst());
    }

    /** The model that what a type holds is a supertype of, if it is: {@code List<? super Block>}. */
    Optional<TypeElement> boundFromBelow(TypeMirror type) {
        return boundsFromBelow(type, DEPTH)
                .flatMap(bound -> TypeShapes.declared(bound).stream())
                .filter(annotations::isModel)
                .findFirst();
    }

    /** Whether there are tensors in the arrays, maps, iterables and optionals of a type: in {@code List<float[]>}, but not in {@code float[]}. */
    boolean holdsTensors(TypeMirror type) {
        return contents(type, DEPTH).anyMatch(StorageReader::isTensor);
    }

    private Stream<TypeMirror> contents(TypeMirror type, int depth) {
        if (type instanceof WildcardType wildcard) {
            return Stream.ofNullable(wildcard.getExtendsBound())
                    .flatMap(bound -> Stream.concat(Stream.of(bound), contents(bound, depth)));
        }
        return inner(type, depth).flatMap(inner -> Stream.concat(Stream.of(inner), contents(inner, depth - 1)));
    }

    private Stream<TypeMirror> boundsFromBelow(TypeMirror type, int depth) {
        if (type instanceof WildcardType wildcard && wildcard.getSuperBound() != null) {
            return Stream.of(wildcard.getSuperBound());
        }
        return inner(type, depth).flatMap(inner -> boundsFromBelow(inner, depth - 1));
    }

    private Stream<TypeMirror> inner(TypeMirror type, int depth) {
        return depth == 0 ? Stream.of() : HolderContent.of(type, types).map(HolderContent::type);
    }
}
