package org.initweights.processor.read;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import org.initweights.processor.name.ClassRef;
import org.initweights.processor.report.Findings;
import org.initweights.processor.report.Places;

/**
 * Finds classes whose {@code <Class>Init} is used although they are no models: they have sub-models only, and no
 * {@code @InitWeights}. The compiler would only report that there is no such class. Only javac shows which class uses which.
 */
public final class UnmarkedRoots {

    private final Elements elements;
    private final SourceTrees sources;
    private final AnnotationFinder annotations;
    private final Findings findings;

    public UnmarkedRoots(ProcessingEnvironment environment, Places places, Findings findings) {
        this.sources = SourceTrees.of(environment);
        this.elements = environment.getElementUtils();
        this.annotations = new AnnotationFinder(elements, places);
        this.findings = findings;
    }

    /** Reports those among the classes of a round. */
    public void check(RoundEnvironment round) {
        Set<TypeElement> roots = ElementFilter.typesIn(round.getRootElements());
        List<TypeElement> unmarked = roots.stream()
                .flatMap(UnmarkedRoots::withNested)
                .filter(type -> !annotations.isModel(type))
                .filter(this::holdsModels)
                .filter(type -> elements.getTypeElement(init(type).canonicalName()) == null)
                .toList();
        if (!unmarked.isEmpty()) {
            Set<String> used = roots.stream()
                    .flatMap(root -> sources.usedInits(root).stream())
                    .collect(Collectors.toSet());
            unmarked.stream()
                    .filter(type -> used.contains(init(type).canonicalName()))
                    .forEach(this::report);
        }
    }

    private void report(TypeElement type) {
        findings.error(
                annotations.place(type),
                "UnmarkedModel",
                type.getSimpleName() + ": there is no " + init(type).simpleName()
                        + ", since a class that has sub-models, and no parameters of its own, is a model only with @InitWeights; annotate it");
    }

    private static Stream<TypeElement> withNested(TypeElement type) {
        return Stream.concat(
                Stream.of(type),
                ElementFilter.typesIn(type.getEnclosedElements()).stream().flatMap(UnmarkedRoots::withNested));
    }

    private static ClassRef init(TypeElement type) {
        return TypeShapes.name(type).init();
    }

    private boolean holdsModels(TypeElement type) {
        return ElementFilter.fieldsIn(type.getEnclosedElements()).stream()
                .filter(field -> SourceLanguage.of(type).isOfInstance(field))
                .anyMatch(field -> mayBeModel(field.asType()));
    }

    /** Whether a type, or what it contains at any depth, is a model. */
    private boolean mayBeModel(TypeMirror type) {
        return TypeShapes.component(type)
                .map(this::mayBeModel)
                .orElseGet(() ->
                        TypeShapes.declared(type).filter(annotations::isModel).isPresent()
                                || (type instanceof DeclaredType declared
                                        && declared.getTypeArguments().stream().anyMatch(this::mayBeModel)));
    }
}
