package org.initweights.processor.read;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.initweights.internal.rule.MupRole;
import org.initweights.processor.model.Place;

/**
 * An initializer on a field.
 *
 * @param chain the annotation that the user wrote, then the one that it is annotated with, and so on to the annotation of this
 *     library that it all stands for; often there is but one
 * @param formulas the formulas beside each of them
 * @param transforms the functions beside each of them, of what it draws
 * @param role an initializer beside it, of which only the role in the maximal update parametrization is used
 * @param start of such a role the annotation of this library that says how the parameter starts
 */
record InitializerUse(
        List<AnnotationView> chain,
        List<Optional<AnnotationView>> formulas,
        List<Optional<AnnotationView>> transforms,
        Optional<InitializerUse> role,
        Optional<AnnotationView> start) {

    /** An annotation of this library. */
    static InitializerUse of(AnnotationView rule, Beside beside) {
        return new InitializerUse(
                List.of(rule),
                List.of(beside.formula()),
                List.of(beside.transform()),
                Optional.empty(),
                Optional.empty());
    }

    /** Those of one element, where one that says how a parameter starts and one that gives it a role are one. */
    static List<InitializerUse> joined(List<InitializerUse> uses) {
        if (uses.size() != 2) {
            return uses;
        }
        int at = uses.get(0).isRole() ? 0 : 1;
        if (!uses.get(at).isRole() || !uses.get(1 - at).maySayOnlyTheStart()) {
            return uses;
        }
        InitializerUse role = uses.get(at);
        InitializerUse start = uses.get(1 - at);
        return List.of(new InitializerUse(
                start.chain,
                start.formulas,
                start.transforms,
                Optional.of(role.beside(start.rule())),
                Optional.empty()));
    }

    private boolean isRole() {
        return role.isEmpty()
                && InitializerCatalogue.find(rule().qualifiedName())
                        .flatMap(entry -> MupRole.ofFactory(entry.factory()))
                        .isPresent();
    }

    private boolean maySayOnlyTheStart() {
        return role.isEmpty() && !isRole();
    }

    private InitializerUse beside(AnnotationView rule) {
        List<Optional<AnnotationView>> none =
                transforms.stream().map(any -> Optional.<AnnotationView>empty()).toList();
        return new InitializerUse(chain, formulas, none, Optional.empty(), Optional.of(rule));
    }

    /** An annotation that stands for an initializer, or is one. */
    InitializerUse under(AnnotationView composed, Beside beside) {
        return new InitializerUse(
                prepended(composed, chain),
                prepended(beside.formula(), formulas),
                prepended(start.isPresent() ? Optional.empty() : beside.transform(), transforms),
                role.map(inner -> inner.under(composed, beside)),
                start);
    }

    /** Whether a member of a formula, or of an annotation that stands for both, is for the one that stands beside this. */
    boolean isOfOther(String member) {
        return start.map(rule -> rule.declares(member)).orElse(false)
                || (!rule().declares(member)
                        && role.map(other -> other.rule().declares(member)).orElse(false));
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
                + role.filter(other -> other.written() != written())
                        .map(other -> " " + other.written().display())
                        .orElse("")
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
