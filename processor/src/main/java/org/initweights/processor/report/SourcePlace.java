package org.initweights.processor.report;

import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import org.jspecify.annotations.Nullable;

/**
 * Where in the user's source a finding belongs; as narrow as is known.
 *
 * @param repeated which of several annotations of one type it is, if there are several: the compiler itself does not know their
 *     places any more
 */
public record SourcePlace(
        Element element,
        @Nullable AnnotationMirror annotation,
        @Nullable AnnotationValue value,
        @Nullable Repeated repeated) {

    /**
     * One of several annotations of the same type on one element.
     *
     * @param index its number in the source, from 0
     * @param member the member at fault; empty for the annotation itself
     */
    public record Repeated(int index, String member) {}

    public static SourcePlace of(Element element) {
        return new SourcePlace(element, null, null, null);
    }

    public static SourcePlace of(Element element, AnnotationMirror annotation) {
        return new SourcePlace(element, annotation, null, null);
    }

    /** The annotation as the one with this number of its type. */
    public SourcePlace repeated(int index) {
        return new SourcePlace(element, annotation, value, new Repeated(index, ""));
    }

    /** A value of this place's annotation. */
    public SourcePlace at(String member, AnnotationValue narrower) {
        return new SourcePlace(
                element, annotation, narrower, repeated == null ? null : new Repeated(repeated.index, member));
    }
}
