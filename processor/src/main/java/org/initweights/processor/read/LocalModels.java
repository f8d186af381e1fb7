package org.initweights.processor.read;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import org.initweights.annotation.InitWeights;
import org.initweights.annotation.Shape;
import org.initweights.processor.read.LocalClasses.LocalClass;
import org.initweights.processor.report.Findings;
import org.initweights.processor.report.Lint;
import org.initweights.processor.report.Places;

/**
 * Finds annotations of ours in classes that are declared inside a method or an expression. No compiler shows such classes to processors, so
 * they get no {@code <Class>Init}, and their annotations do nothing. Only javac shows the source in which they are.
 */
public final class LocalModels {

    private final Elements elements;
    private final SourceTrees sources;
    private final AnnotationFinder annotations;
    private final Findings findings;

    public LocalModels(ProcessingEnvironment environment, Places places, Findings findings) {
        this.elements = environment.getElementUtils();
        this.sources = SourceTrees.of(environment);
        this.annotations = new AnnotationFinder(elements, places);
        this.findings = findings;
    }

    /** Reports those in the files of a round. */
    public void check(RoundEnvironment round) {
        Set<LocalClass> reported = new HashSet<>();
        for (TypeElement root : ElementFilter.typesIn(round.getRootElements())) {
            sources.localClasses(root).stream()
                    .filter(local -> local.annotations().stream().anyMatch(this::isOurs))
                    .filter(reported::add)
                    .forEach(this::report);
        }
    }

    private void report(LocalClass local) {
        findings.lint(
                Lint.LOCAL_MODEL,
                annotations.place(local.around()),
                local.display() + " has annotated fields, but is declared inside "
                        + local.around().getSimpleName()
                        + ", where no annotation processor sees it, so nothing initialises them; make it a member class");
    }

    /** Whether one of the names that an annotation may have is an annotation of ours, or one that is annotated with one. */
    private boolean isOurs(Set<String> names) {
        return names.stream()
                .flatMap(name -> Stream.ofNullable(elements.getTypeElement(name)))
                .anyMatch(type -> type.getQualifiedName().contentEquals(Shape.class.getCanonicalName())
                        || type.getQualifiedName().contentEquals(InitWeights.class.getCanonicalName())
                        || annotations.isInitializer(type));
    }
}
