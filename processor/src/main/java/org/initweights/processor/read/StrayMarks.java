package org.initweights.processor.read;

import java.util.Map;
import java.util.stream.Stream;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.ElementFilter;
import org.initweights.annotation.Copies;
import org.initweights.annotation.Copy;
import org.initweights.annotation.InitRule;
import org.initweights.annotation.InitRules;
import org.initweights.annotation.NonTrainable;
import org.initweights.annotation.SignalPath;
import org.initweights.annotation.Tie;
import org.initweights.annotation.Ties;
import org.initweights.processor.report.Findings;
import org.initweights.processor.report.Places;

/** Finds what is said of models in classes that are none, where nobody would read it. */
public final class StrayMarks {

    /** What says something of a model, and what holds several of it. */
    private static final Map<Class<?>, Class<?>> OF_MODELS = Map.of(
            InitRule.class, InitRules.class,
            Tie.class, Ties.class,
            Copy.class, Copies.class,
            SignalPath.class, SignalPath.class);

    private final AnnotationFinder annotations;
    private final Findings findings;

    public StrayMarks(ProcessingEnvironment environment, Places places, Findings findings) {
        this.annotations = new AnnotationFinder(environment.getElementUtils(), places);
        this.findings = findings;
    }

    /** Reports those in the classes of a round. */
    public void check(RoundEnvironment round) {
        ElementFilter.typesIn(round.getRootElements()).stream()
                .flatMap(StrayMarks::withNested)
                .filter(type -> !annotations.isModel(type) && !annotations.isSkipped(type))
                .forEach(this::check);
    }

    private static Stream<TypeElement> withNested(TypeElement type) {
        return Stream.concat(
                Stream.of(type),
                ElementFilter.typesIn(type.getEnclosedElements()).stream().flatMap(StrayMarks::withNested));
    }

    private void check(TypeElement type) {
        OF_MODELS.forEach((mark, several) -> annotations
                .repeated(type, mark, several)
                .forEach(view -> findings.error(
                        view.place(),
                        "UnmarkedModel",
                        type.getSimpleName() + ": " + view.display() + " says something of a model, and "
                                + type.getSimpleName()
                                + " is none: a class without parameters of its own is one only with @InitWeights; annotate it, or"
                                + " remove this")));
        ElementFilter.fieldsIn(type.getEnclosedElements()).forEach(field -> check(type, field));
    }

    private void check(TypeElement type, VariableElement field) {
        annotations
                .find(field, NonTrainable.class)
                .ifPresent(view -> findings.error(
                        view.place(),
                        "NonTrainable",
                        field.getSimpleName() + ": @NonTrainable is for parameters and sub-models of a model, and "
                                + type.getSimpleName()
                                + " is none; give the field @Shape and an initializer, such as @Zeros, annotate the class with"
                                + " @InitWeights, or remove @NonTrainable"));
    }
}
