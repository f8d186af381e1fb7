package org.initweights.processor.read;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.initweights.collect.Generated;

/** Tells whether the {@code <Model>Init} of a model of another compilation, and those of its parts, are as new as the models. */
final class Freshness {

    private final Elements elements;
    private final AnnotationFinder annotations;
    private final ModelFinder finder;
    private final Types types;
    private final SubModelReader subModels;
    private final Map<String, Optional<TypeElement>> known;

    Freshness(Elements elements, Types types, AnnotationFinder annotations, ModelFinder finder) {
        this.elements = elements;
        this.types = types;
        this.annotations = annotations;
        this.finder = finder;
        this.subModels = new SubModelReader(annotations, types);
        this.known = finder.freshness();
    }

    /** The first model, of this one and its parts, that is newer than its {@code <Model>Init}. */
    Optional<TypeElement> newerThanItsInit(TypeElement model) {
        String name = model.getQualifiedName().toString();
        if (finder.isCompiledHere(model)) {
            return Optional.empty();
        }
        Optional<TypeElement> before = known.putIfAbsent(name, Optional.empty());
        if (before != null) {
            return before;
        }
        Optional<TypeElement> newer = isNewer(model)
                ? Optional.of(model)
                : parts(model).flatMap(part -> newerThanItsInit(part).stream()).findFirst();
        known.put(name, newer);
        return newer;
    }

    private Stream<TypeElement> parts(TypeElement model) {
        return Stream.concat(
                AnnotationFinder.superclass(model).stream().filter(annotations::isModel),
                ElementFilter.fieldsIn(model.getEnclosedElements()).stream()
                        .filter(SourceLanguage.of(model)::isOfInstance)
                        .flatMap(field -> subModels.read(field).stream())
                        .flatMap(found -> found.type().stream()));
    }

    private boolean isNewer(TypeElement model) {
        TypeElement init = elements.getTypeElement(TypeShapes.name(model).init().canonicalName());
        return init != null
                && init.getAnnotationMirrors().stream()
                        .filter(mirror -> ((TypeElement)
                                        mirror.getAnnotationType().asElement())
                                .getQualifiedName()
                                .contentEquals(Generated.class.getCanonicalName()))
                        .flatMap(Freshness::fingerprint)
                        .anyMatch(fingerprint ->
                                !fingerprint.equals(new Fingerprint(annotations, types, subModels).of(model)));
    }

    private static Stream<String> fingerprint(AnnotationMirror generated) {
        return generated.getElementValues().entrySet().stream()
                .filter(member -> member.getKey().getSimpleName().contentEquals("model"))
                .map(member -> (AnnotationValue) member.getValue())
                .map(value -> value.getValue().toString());
    }

    /** What is wrong with a model that is newer than its {@code <Model>Init}. */
    static String stale(TypeElement model) {
        return TypeShapes.name(model).init().simpleName() + " was generated from an older " + model.getQualifiedName()
                + "; recompile " + model.getSimpleName() + " with the processor";
    }
}
