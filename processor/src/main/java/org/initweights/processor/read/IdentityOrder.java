package org.initweights.processor.read;

import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.initweights.internal.message.Article;

/**
 * Recognises sets and maps of sub-models whose order or keys change from run to run, where types show it: the declared ones, and the
 * class that the field's initializer makes. What they do not show, the run-time library refuses.
 */
final class IdentityOrder {

    private static final String ITERABLE = "java.lang.Iterable";
    private static final String MAP = "java.util.Map";

    /** Classes in the order of hashes. */
    private static final Set<String> HASHED = Set.of(
            "java.util.HashSet",
            "java.util.HashMap",
            "java.util.Hashtable",
            "java.util.IdentityHashMap",
            "java.util.WeakHashMap",
            "java.util.concurrent.ConcurrentHashMap");

    private final ClassFinder classes;
    private final Types types;
    private final SourceTrees sources;

    IdentityOrder(TypeElement model, Elements elements, Types types, SourceTrees sources) {
        this.classes = new ClassFinder(model, elements, sources);
        this.types = types;
        this.sources = sources;
    }

    /** What changes from run to run about a field that holds sub-models, if something does. */
    Optional<String> problem(VariableElement field) {
        Optional<TypeElement> made = sources.made(field).flatMap(classes::named);
        return problem(field.asType(), made).map(found -> field.getSimpleName() + ": " + found);
    }

    private Optional<String> problem(TypeMirror type, Optional<TypeElement> made) {
        Optional<TypeElement> holder = made.or(() -> TypeShapes.declared(type));
        Optional<TypeMirror> key = TypeShapes.argument(type, MAP, 0, types);
        Optional<String> here = key.isPresent()
                ? key.flatMap(TypeShapes::declared).flatMap(found -> ofMap(holder, found))
                : TypeShapes.argument(type, ITERABLE, 0, types)
                        .flatMap(TypeShapes::declared)
                        .flatMap(found -> ofSet(holder, found));
        return here.or(() -> HolderContent.of(type, types)
                .flatMap(inner -> problem(inner.type(), Optional.empty()).stream())
                .findFirst());
    }

    private static Optional<String> ofSet(Optional<TypeElement> holder, TypeElement element) {
        return holder.filter(IdentityOrder::isHashed)
                .filter(set -> hasIdentityHash(element))
                .map(set -> Article.with(set.getSimpleName().toString()) + " of " + element.getSimpleName()
                        + hash(element) + ", so order and names change from run to run; use a List or LinkedHashSet");
    }

    private static Optional<String> ofMap(Optional<TypeElement> holder, TypeElement key) {
        if (isKnown(key) && !declares(key, "toString")) {
            return Optional.of(
                    "its keys are " + key.getSimpleName() + ", which has Object's toString, so names change from run"
                            + " to run; give " + key.getSimpleName() + " a toString, or use a String as key");
        }
        return holder.filter(IdentityOrder::isHashed)
                .filter(map -> hasIdentityHash(key))
                .map(map -> Article.with(map.getSimpleName().toString())
                        + " with keys of " + key.getSimpleName() + hash(key)
                        + ", so the order changes from run to run; use "
                        + (key.getKind() == ElementKind.ENUM ? "an EnumMap or" : "a") + " LinkedHashMap");
    }

    private static boolean isHashed(TypeElement type) {
        return HASHED.contains(type.getQualifiedName().toString());
    }

    private static String hash(TypeElement type) {
        return type.getKind() == ElementKind.ENUM ? ", which has an enum's hashCode" : ", which has Object's hashCode";
    }

    private static boolean hasIdentityHash(TypeElement type) {
        return type.getKind() == ElementKind.ENUM || (isKnown(type) && !declares(type, "hashCode"));
    }

    /** Whether a value is of this class, or at least inherits its methods: an interface says nothing of them. */
    private static boolean isKnown(TypeElement type) {
        return type.getKind() == ElementKind.CLASS
                && !type.getQualifiedName().contentEquals(Object.class.getCanonicalName());
    }

    /** Whether a class, or one that it extends below {@code Object}, declares a method without parameters. */
    private static boolean declares(TypeElement type, String method) {
        for (Optional<TypeElement> here = Optional.of(type);
                here.isPresent() && isKnown(here.get());
                here = AnnotationFinder.superclass(here.get())) {
            if (ElementFilter.methodsIn(here.get().getEnclosedElements()).stream()
                    .anyMatch(found -> found.getSimpleName().contentEquals(method)
                            && found.getParameters().isEmpty())) {
                return true;
            }
        }
        return false;
    }
}
