package org.initweights.processor.read;

import java.util.List;
import java.util.stream.Stream;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** The exceptions that a caller must handle. */
final class CheckedExceptions {

    private static final List<String> UNCHECKED = List.of("java.lang.RuntimeException", "java.lang.Error");

    private CheckedExceptions() {}

    /** Those of a method or a constructor. */
    static Stream<TypeMirror> of(ExecutableElement method, Elements elements, Types types) {
        return method.getThrownTypes().stream()
                .filter(thrown -> UNCHECKED.stream()
                        .map(elements::getTypeElement)
                        .map(TypeElement::asType)
                        .noneMatch(unchecked -> types.isSubtype(thrown, unchecked)))
                .map(TypeMirror.class::cast);
    }
}
