package org.initweights.processor.read;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.initweights.processor.model.Place;

/**
 * An initializer on a field.
 *
 * @param chain the annotation that the user wrote, then the one that it is annotated with, and so on to the annotation of this
 *     library that it all stands for; often there is but one
 * @param formulas the formulas beside each of them
 * @param transforms the functions beside each of them, of what it draws
 */
record InitializerUse(
        List<AnnotationView> chain,
        List<Optional<AnnotationView>> formulas,
        List<Optional<AnnotationView>> transforms) {

    /** An annotation that stands for an initializer, or is one. */
    InitializerUse under(AnnotationView composed, Beside beside) {
        return new InitializerUse(
                prepended(composed, chain),
                prepended(beside.formula(), formulas),
                prepended(beside.transform(), transforms));
    }

    private static <T> List<T> prepended(T first, List<T> rest) {
        return Stream.concat(Stream.of(first), rest.stream()).toList();
    }

    /** The annotation that the user wrote. */
    AnnotationView written() {
        return chain.get(0);
    }

    /** The annotation of this library. */
    AnnotationView rule() {
        return chain.get(chain.size() - 1);
    }

    boolean isComposed() {
        return chain.size() > 1;
    }

    /** The initializer as the user would write it. */
    String display() {
        return written().display()
                + formulas.get(0).map(formula -> " " + formula.display()).orElse("")
                + transforms.get(0).map(transform -> " " + transform.display()).orElse("");
    }

    /** The initializer as the user would write it, and what it stands for. */
    String derivation() {
        return isComposed() ? display() + ": " + rule().display() : display();
    }

    Place place() {
        return written().place();
    }

    /** The value of an argument if the user wrote it, else the annotation. */
    Place placeOf(String argument) {
        if (argument.equals(OwnExpressions.TRANSFORM)) {
            return transforms.get(0).map(transform -> transform.place("value")).orElseGet(this::place);
        }
        return formulas.get(0)
                .filter(formula -> formula.isExplicit(argument))
                .map(formula -> formula.place(argument))
                .orElseGet(() -> written().place(argument));
    }

    /** What stands beside an initializer and changes it. */
    record Beside(Optional<AnnotationView> formula, Optional<AnnotationView> transform) {

        /** Nothing. */
        static final Beside NOTHING = new Beside(Optional.empty(), Optional.empty());
    }

    /** Where each argument that was given was given. */
    Map<String, Place> places() {
        return written().places();
    }
}
