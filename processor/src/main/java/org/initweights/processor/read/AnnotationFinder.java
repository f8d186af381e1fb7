package org.initweights.processor.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import org.initweights.annotation.Formula;
import org.initweights.annotation.InitWeights;
import org.initweights.annotation.Shape;
import org.initweights.annotation.Skip;
import org.initweights.annotation.Slice;
import org.initweights.annotation.Slices;
import org.initweights.annotation.Transform;
import org.initweights.collect.Generated;
import org.initweights.processor.model.Place;
import org.initweights.processor.report.Places;

/** Finds our annotations on elements. What it found once it remembers, so it is good for one round only. */
final class AnnotationFinder {

    private final Elements elements;
    private final Places places;
    private final Map<Element, List<AnnotationView>> views = new HashMap<>();
    private final Map<Element, List<InitializerUse>> initializers = new HashMap<>();
    private final Map<TypeElement, Boolean> models = new HashMap<>();

    AnnotationFinder(Elements elements, Places places) {
        this.elements = elements;
        this.places = places;
    }

    /** The place of an element. */
    Place place(Element element) {
        return places.keep(element);
    }

    /** The annotation of this type on {@code element}, if it is there. */
    Optional<AnnotationView> find(Element element, Class<?> type) {
        return find(element, type.getCanonicalName());
    }

    /** The annotation of this qualified name on {@code element}, if it is there. */
    Optional<AnnotationView> find(Element element, String name) {
        for (AnnotationView view : views(element)) {
            if (view.qualifiedName().equals(name)) {
                return Optional.of(view);
            }
        }
        return Optional.empty();
    }

    /** The slices on an element, in the order of the source. */
    List<AnnotationView> slices(Element element) {
        return repeated(element, Slice.class, Slices.class);
    }

    /** A repeatable annotation on an element, in the order of the source. */
    List<AnnotationView> repeated(Element element, Class<?> type, Class<?> container) {
        List<AnnotationView> all = new ArrayList<>();
        for (AnnotationView view : views(element)) {
            if (view.qualifiedName().equals(type.getCanonicalName())) {
                all.add(view);
            } else if (view.qualifiedName().equals(container.getCanonicalName())) {
                for (AnnotationValue value : view.list("value")) {
                    AnnotationMirror mirror = (AnnotationMirror) value.getValue();
                    all.add(new AnnotationView(element, mirror, elements, places).repeated(all.size()));
                }
            }
        }
        return all;
    }

    private List<AnnotationView> views(Element element) {
        return views.computeIfAbsent(element, this::viewsOf);
    }

    private List<AnnotationView> viewsOf(Element element) {
        return SourceLanguage.of(element).annotations(element).stream()
                .map(mirror -> new AnnotationView(element, mirror, elements, places))
                .toList();
    }

    /**
     * The initializers on a field, in the order of the source: annotations of this library, and any annotation that is
     * itself annotated with one.
     */
    List<InitializerUse> initializers(Element field) {
        return initializers.computeIfAbsent(field, found -> initializers(found, new HashSet<>()));
    }

    /**
     * An initializer on the parameter of a constructor that has the name of a Kotlin property: where the compiler puts an annotation
     * that may be on either.
     */
    Optional<InitializerUse> onParameter(Element field) {
        if (SourceLanguage.of(field) != SourceLanguage.KOTLIN) {
            return Optional.empty();
        }
        return SourceLanguage.typeAround(field).stream()
                .flatMap(type -> ElementFilter.constructorsIn(type.getEnclosedElements()).stream())
                .flatMap(constructor -> constructor.getParameters().stream())
                .filter(parameter -> parameter.getSimpleName().equals(field.getSimpleName()))
                .flatMap(parameter -> initializers(parameter).stream())
                .findFirst();
    }

    /** The initializers that an annotation type stands for when all its members have their defaults. */
    List<InitializerUse> initializersOf(AnnotationView namedIn, TypeElement annotation) {
        return initializers(namedIn.named(annotation), InitializerUse.Beside.NOTHING, new HashSet<>());
    }

    /** Whether an annotation type is an initializer, or is itself annotated with one. */
    boolean isInitializer(TypeElement annotation) {
        return InitializerCatalogue.contains(annotation.getQualifiedName().toString())
                || !initializers(annotation, new HashSet<>()).isEmpty();
    }

    private List<InitializerUse> initializers(Element element, Set<String> above) {
        InitializerUse.Beside beside =
                new InitializerUse.Beside(find(element, Formula.class), find(element, Transform.class));
        return InitializerUse.joined(views(element).stream()
                .flatMap(view -> initializers(view, beside, above).stream())
                .toList());
    }

    private List<InitializerUse> initializers(AnnotationView view, InitializerUse.Beside beside, Set<String> above) {
        if (InitializerCatalogue.contains(view.qualifiedName())) {
            return List.of(InitializerUse.of(view, beside));
        }
        if (!mayBeComposed(view) || !above.add(view.qualifiedName())) {
            return List.of();
        }
        List<InitializerUse> uses = initializers(view.type(), above).stream()
                .map(inner -> inner.under(view, beside))
                .toList();
        above.remove(view.qualifiedName());
        return uses;
    }

    /** The annotations of Java itself are no initializers; some of them are annotated with each other. */
    private static boolean mayBeComposed(AnnotationView view) {
        return !view.qualifiedName().startsWith("java.lang.");
    }

    /**
     * Whether a class is a model: it says so, it has a field with an initializer or a shape, or a supertype is one; unless it says that it
     * is none.
     */
    boolean isModel(TypeElement type) {
        Boolean known = models.get(type);
        if (known == null) {
            known = !isSkipped(type)
                    && (isMarked(type) || hasParameter(type) || supertypes(type).anyMatch(this::isModel));
            models.put(type, known);
        }
        return known;
    }

    /** Whether a class says that it is a model, itself or by an annotation of the user's own. */
    boolean isMarked(TypeElement type) {
        return !isOwnMark(type) && !marks(type).isEmpty();
    }

    /** What says that a class is a model: its own mark, and then those of the user's own annotations on it. */
    List<AnnotationView> marks(TypeElement type) {
        return Stream.concat(
                        find(type, InitWeights.class).stream(),
                        views(type).stream()
                                .filter(AnnotationFinder::mayBeComposed)
                                .map(AnnotationView::type)
                                .filter(this::isOwnMark)
                                .flatMap(annotation -> find(annotation, InitWeights.class).stream()))
                .toList();
    }

    /** Whether a type is an annotation of the user's own that names adapters for the classes that it stands on. */
    private boolean isOwnMark(TypeElement type) {
        return type.getKind() == ElementKind.ANNOTATION_TYPE
                && find(type, InitWeights.class)
                        .filter(view -> !view.list("adapters").isEmpty())
                        .isPresent();
    }

    /** Whether a class says that it is no model. */
    boolean isSkipped(TypeElement type) {
        return find(type, Skip.class).isPresent();
    }

    /** Whether a class has parameters of its own. */
    boolean hasParameter(TypeElement type) {
        return type.getEnclosedElements().stream()
                .anyMatch(member -> member.getKind() == ElementKind.FIELD && isParameter(member));
    }

    /** Whether a class was generated by us. */
    boolean isGenerated(TypeElement type) {
        return find(type, Generated.class).isPresent();
    }

    /** The classes and interfaces that a class extends and implements directly. */
    static Stream<TypeElement> supertypes(TypeElement type) {
        return Stream.concat(
                superclass(type).stream(),
                type.getInterfaces().stream().flatMap(parent -> TypeShapes.declared(parent).stream()));
    }

    /** Whether a field says that it is a parameter. */
    boolean isParameter(Element field) {
        return !initializers(field).isEmpty()
                || find(field, Shape.class).isPresent()
                || onParameter(field).isPresent();
    }

    /** The class that {@code type} extends, if it is not {@code Object}. */
    static Optional<TypeElement> superclass(TypeElement type) {
        return TypeShapes.declared(type.getSuperclass())
                .filter(parent -> !parent.getQualifiedName().contentEquals("java.lang.Object"));
    }
}
