package org.initweights.processor.report;

import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import org.jspecify.annotations.Nullable;

/** Where in the user's source a finding belongs; as narrow as is known. */
public record Place(
        Element element,
        @Nullable AnnotationMirror annotation,
        @Nullable AnnotationValue value) {

    public static Place of(Element element) {
        return new Place(element, null, null);
    }

    public static Place of(Element element, AnnotationMirror annotation) {
        return new Place(element, annotation, null);
    }

    /** A value of this place's annotation. */
    public Place at(AnnotationValue narrower) {
        return new Place(element, annotation, narrower);
    }
}
