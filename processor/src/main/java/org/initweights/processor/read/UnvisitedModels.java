package org.initweights.processor.read;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.initweights.annotation.Skip;
import org.initweights.processor.read.Holdings.Held;

/** Finds models that a field can hold, but that would not be visited in it. */
final class UnvisitedModels {

    private static final List<String> OF_JAVA = List.of("java.", "javax.", "jdk.", "kotlin.", "scala.");

    /** Types that stand for classes, and hold no object of them. */
    private static final Set<String> REFLECTIVE = Set.of("java.lang.Class", "kotlin.reflect.KClass");

    private final AnnotationFinder annotations;
    private final ModelFinder finder;
    private final Elements elements;
    private final Types types;
    private final Holdings holdings;

    UnvisitedModels(AnnotationFinder annotations, ModelFinder finder, Elements elements, Types types) {
        this.annotations = annotations;
        this.finder = finder;
        this.elements = elements;
        this.types = types;
        this.holdings = new Holdings(annotations, types);
    }

    /** What is wrong with a field of this type, and what to write, if it can hold models that are not visited. */
    Optional<String> problem(TypeMirror type) {
        return problem(type, new ArrayList<>());
    }

    private Optional<String> problem(TypeMirror type, List<TypeMirror> above) {
        if (above.stream().anyMatch(other -> types.isSameType(other, type))) {
            return Optional.empty();
        }
        above.add(type);
        return holdings.of(type).stream()
                .flatMap(held -> ofHeld(held, above).stream())
                .findFirst();
    }

    private Optional<String> ofHeld(Held held, List<TypeMirror> above) {
        Optional<TypeElement> found = held.element().filter(element -> !isSettled(element));
        return found.flatMap(
                        element -> unmarked(element, (DeclaredType) held.type()).or(() -> implemented(element)))
                .or(() -> found.filter(element -> held.type() instanceof DeclaredType)
                        .flatMap(element -> supplied((DeclaredType) held.type(), above)));
    }

    private boolean isSettled(TypeElement type) {
        return annotations.isModel(type) || annotations.isSkipped(type);
    }

    /** A class that is no model, but has sub-models, or whose subclass has some: they would not be found. */
    private Optional<String> unmarked(TypeElement element, DeclaredType type) {
        if (hasModels(element, type, new HashSet<>())) {
            return Optional.of(element.getSimpleName()
                    + " has sub-models but is no model itself, so they are not initialised; "
                    + "annotate it with @InitWeights, or @Skip the field");
        }
        return subclasses(element)
                .filter(subclass -> hasModels(subclass, new HashSet<>()))
                .findFirst()
                .map(subclass -> element.getSimpleName() + " is no model, but " + subclass.getSimpleName() + ", which "
                        + verb(element, subclass) + " it, has sub-models, which are not initialised; mark "
                        + element.getSimpleName() + " with @InitWeights, or @Skip the field");
    }

    private boolean hasModels(TypeElement element, Set<TypeElement> above) {
        return hasModels(element, (DeclaredType) element.asType(), above);
    }

    private boolean hasModels(TypeElement element, DeclaredType type, Set<TypeElement> above) {
        return !isSettled(element) && holdsModels(element, type, above);
    }

    private boolean holdsModels(TypeElement element, DeclaredType type, Set<TypeElement> above) {
        return finder.isCompiledHere(element)
                && above.add(element)
                && (keepsModels(element, type, above) || inheritsModels(type, above));
    }

    private boolean inheritsModels(DeclaredType type, Set<TypeElement> above) {
        return types.directSupertypes(type).stream()
                .filter(DeclaredType.class::isInstance)
                .map(DeclaredType.class::cast)
                .anyMatch(parent -> hasModels((TypeElement) parent.asElement(), parent, above));
    }

    private boolean keepsModels(TypeElement element, DeclaredType type, Set<TypeElement> above) {
        return ElementFilter.fieldsIn(element.getEnclosedElements()).stream()
                .filter(field -> !field.getModifiers().contains(Modifier.STATIC))
                .filter(field -> annotations.find(field, Skip.class).isEmpty())
                .map(field -> types.asMemberOf(type, field))
                .anyMatch(field -> keys(field, above).isPresent()
                        || holdings.of(field).stream().anyMatch(held -> leadsToModels(held, above)));
    }

    /** Whether a class that is no model has sub-models, or a subclass of it does. */
    private boolean canHaveModels(TypeElement element, DeclaredType type, Set<TypeElement> above) {
        return hasModels(element, type, above) || subclasses(element).anyMatch(subclass -> hasModels(subclass, above));
    }

    private boolean leadsToModels(Held held, Set<TypeElement> above) {
        Optional<TypeElement> element = held.element();
        if (element.isEmpty() || canBeModel(element.get())) {
            return element.isPresent();
        }
        return held.type() instanceof DeclaredType type
                && (canHaveModels(element.get(), type, above) || suppliesModels(type));
    }

    private boolean suppliesModels(DeclaredType type) {
        return type.getTypeArguments().stream()
                .flatMap(argument -> holdings.of(argument).stream())
                .flatMap(held -> held.element().stream())
                .anyMatch(model -> canBeModel(model) && gives(type, model));
    }

    /** A type that is no model, though a class that extends or implements it is one. */
    private Optional<String> implemented(TypeElement type) {
        return implementation(type).map(model -> {
            String name = type.getSimpleName().toString();
            String mark = finder.isCompiledHere(type) ? "mark " + name + " with @InitWeights, " : "";
            return name + " is no model, but " + model.getSimpleName() + ", which " + verb(type, model) + " it, is: "
                    + mark + "declare the field as " + model.getSimpleName() + ", or @Skip it";
        });
    }

    private static String verb(TypeElement type, TypeElement subclass) {
        return type.getKind().isInterface() && !subclass.getKind().isInterface() ? "implements" : "extends";
    }

    private boolean canBeModel(TypeElement type) {
        return asModel(type).isPresent();
    }

    /** The type if it is a model, or a class that extends or implements it and is one. */
    private Optional<TypeElement> asModel(TypeElement type) {
        if (annotations.isModel(type)) {
            return Optional.of(type);
        }
        return annotations.isSkipped(type) ? Optional.empty() : implementation(type);
    }

    private Optional<TypeElement> implementation(TypeElement type) {
        return subclasses(type).filter(finder::getsInit).findFirst();
    }

    /**
     * The classes of this compilation that extend or implement a type. For Java's own types there are none: every class extends or
     * implements some of those.
     */
    private Stream<TypeElement> subclasses(TypeElement type) {
        String name = type.getQualifiedName().toString();
        if (OF_JAVA.stream().anyMatch(name::startsWith) || type.getKind() == ElementKind.ENUM) {
            return Stream.of();
        }
        return finder.subclasses(type);
    }

    /** A type that gives models when it is asked, such as a supplier or a reference. A type that only takes them holds none. */
    private Optional<String> supplied(DeclaredType type, List<TypeMirror> above) {
        for (TypeMirror argument : type.getTypeArguments()) {
            for (Held held : holdings.of(argument)) {
                Optional<TypeElement> model = held.element().filter(this::canBeModel);
                if (model.isPresent() && gives(type, model.get())) {
                    return Optional.of(cure(type, model.get()));
                }
                Optional<String> deeper = held.type() instanceof DeclaredType inner && gives(type, inner.asElement())
                        ? problem(inner, above)
                        : Optional.empty();
                if (deeper.isPresent()) {
                    return deeper;
                }
            }
        }
        return Optional.empty();
    }

    private String cure(DeclaredType type, TypeElement held) {
        String name = held.getSimpleName().toString();
        String hold = "hold it in a field, an array, a list, a map or an Optional, or @Skip the field";
        return TypeShapes.simple(type) + " can hold " + name + ", "
                + implementation(held)
                        .filter(model -> !annotations.isModel(held))
                        .map(model -> "of which " + model.getSimpleName()
                                + " is a model, but it is not visited; mark " + name
                                + " with @InitWeights and " + hold)
                        .orElse("which is a model, but it is not visited; " + hold);
    }

    /** Whether a method without parameters returns something of a class, or what holds it. */
    private boolean gives(DeclaredType type, Element wanted) {
        TypeElement element = (TypeElement) type.asElement();
        if (REFLECTIVE.contains(element.getQualifiedName().toString())) {
            return false;
        }
        return ElementFilter.methodsIn(elements.getAllMembers(element)).stream()
                .filter(method -> method.getParameters().isEmpty()
                        && !method.getModifiers().contains(Modifier.STATIC)
                        && !method.getModifiers().contains(Modifier.PRIVATE))
                .map(method -> ((ExecutableType) types.asMemberOf(type, method)).getReturnType())
                .flatMap(result -> Stream.concat(
                        Stream.of(result), TypeShapes.argument(result, "java.util.Iterator", 0, types).stream()))
                .flatMap(result -> holdings.of(result).stream())
                .anyMatch(held -> held.element().filter(wanted::equals).isPresent());
    }

    /** What is wrong with a field of this type if it holds maps whose keys are models, or lead to some. */
    Optional<String> keys(TypeMirror type) {
        return keys(type, new HashSet<>());
    }

    private Optional<String> keys(TypeMirror type, Set<TypeElement> above) {
        return maps(type, Holdings.DEPTH)
                .flatMap(map -> TypeShapes.argument(map, "java.util.Map", 0, types)
                        .flatMap(key -> lost(key, above))
                        .map(lost -> "the keys of " + TypeShapes.simple(map) + " are not visited, and " + lost
                                + "; hold it as a value or in a list, or @Skip the field")
                        .stream())
                .findFirst();
    }

    private Optional<String> lost(TypeMirror key, Set<TypeElement> above) {
        List<TypeElement> held = holdings.of(key).stream()
                .flatMap(each -> each.element().stream())
                .filter(element -> !annotations.isSkipped(element))
                .toList();
        return held.stream()
                .flatMap(element -> asModel(element).stream())
                .filter(model -> !isEmptyEnum(model, above))
                .map(model -> model.getSimpleName() + " is a model")
                .findFirst()
                .or(() -> held.stream()
                        .filter(element -> canHaveModels(element, (DeclaredType) element.asType(), above))
                        .map(element -> element.getSimpleName() + " can have sub-models")
                        .findFirst());
    }

    /** Whether a type is an enum whose constants have no weights: as keys they are names. */
    private boolean isEmptyEnum(TypeElement model, Set<TypeElement> above) {
        return model.getKind() == ElementKind.ENUM
                && !annotations.hasParameter(model)
                && !holdsModels(model, (DeclaredType) model.asType(), above);
    }

    /** The maps among a type and its arguments. */
    private Stream<TypeMirror> maps(TypeMirror type, int depth) {
        if (depth == 0 || TypeShapes.declared(type).filter(this::isSettled).isPresent()) {
            return Stream.of();
        }
        return Stream.concat(
                Stream.of(type)
                        .filter(map -> TypeShapes.argument(map, "java.util.Map", 0, types)
                                .isPresent()),
                parts(type).flatMap(part -> maps(part, depth - 1)));
    }

    private static Stream<? extends TypeMirror> parts(TypeMirror type) {
        if (type instanceof DeclaredType declared) {
            return declared.getTypeArguments().stream();
        }
        if (type instanceof WildcardType wildcard) {
            return Stream.ofNullable(wildcard.getExtendsBound());
        }
        return type instanceof TypeVariable ? TypeShapes.classes(type) : TypeShapes.component(type).stream();
    }
}
