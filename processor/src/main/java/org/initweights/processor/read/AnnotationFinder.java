package org.initweights.processor.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import org.initweights.annotation.InitWeights;

/** Finds our annotations on elements. */
final class AnnotationFinder {

    private final Elements elements;

    AnnotationFinder(Elements elements) {
        this.elements = elements;
    }

    /** The annotation of this type on {@code element}, if it is there. */
    Optional<AnnotationView> find(Element element, Class<?> type) {
        return element.getAnnotationMirrors().stream()
                .map(mirror -> new AnnotationView(element, mirror, elements))
                .filter(view -> view.qualifiedName().equals(type.getCanonicalName()))
                .findFirst();
    }

    /**
     * The initializers on a field, in the order of the source: annotations of this library, and any annotation that is
     * itself annotated with one.
     */
    List<InitializerUse> initializers(Element field) {
        List<InitializerUse> uses = new ArrayList<>();
        for (AnnotationMirror mirror : field.getAnnotationMirrors()) {
            AnnotationView view = new AnnotationView(field, mirror, elements);
            if (InitializerCatalogue.contains(view.qualifiedName())) {
                uses.add(new InitializerUse(view, view));
                continue;
            }
            for (AnnotationMirror meta : view.type().getAnnotationMirrors()) {
                AnnotationView rule = new AnnotationView(view.type(), meta, elements);
                if (InitializerCatalogue.contains(rule.qualifiedName())) {
                    uses.add(new InitializerUse(view, rule));
                }
            }
        }
        return uses;
    }

    /** Whether a class is a model: it says so, or it or a superclass has a field with an initializer. */
    boolean isModel(TypeElement type) {
        if (find(type, InitWeights.class).isPresent()) {
            return true;
        }
        for (Element member : type.getEnclosedElements()) {
            if (member.getKind() == ElementKind.FIELD && !initializers(member).isEmpty()) {
                return true;
            }
        }
        return superclass(type).filter(this::isModel).isPresent();
    }

    /** The class that {@code type} extends, if it is not {@code Object}. */
    static Optional<TypeElement> superclass(TypeElement type) {
        return TypeShapes.declared(type.getSuperclass())
                .filter(parent -> !parent.getQualifiedName().contentEquals("java.lang.Object"));
    }

    /**
     * An initializer on a field.
     *
     * @param written the annotation that the user wrote on the field
     * @param rule the annotation of this library that it stands for; often the same
     */
    record InitializerUse(AnnotationView written, AnnotationView rule) {}
}
