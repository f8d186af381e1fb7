package org.initweights.processor.read;

import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import org.initweights.processor.model.Place;
import org.initweights.processor.report.Findings;
import org.initweights.processor.report.Lint;

/** Reports fields of a model that can hold weights, but that nothing initialises. */
final class Forgotten {

    private final TypeElement model;
    private final SourceTrees sources;
    private final AnnotationFinder annotations;
    private final ModelFinder finder;
    private final Findings findings;

    Forgotten(
            TypeElement model,
            SourceTrees sources,
            AnnotationFinder annotations,
            ModelFinder finder,
            Findings findings) {
        this.model = model;
        this.sources = sources;
        this.annotations = annotations;
        this.finder = finder;
        this.findings = findings;
    }

    /** Reports a field, at the field, or at the model if it inherits the field from a class of another compilation. */
    void report(VariableElement field, String problem) {
        TypeElement home = SourceLanguage.typeAround(field).orElseThrow();
        if (!SourceLanguage.of(home).isOfInstance(field) || sources.hasUnresolvedAnnotation(field)) {
            return;
        }
        boolean elsewhere = !finder.isCompiledHere(home) && !home.equals(model);
        Place place = annotations.place(elsewhere ? model : field);
        String message = (elsewhere ? model.getSimpleName() + ": " + home.getSimpleName() + "." : "")
                + KotlinFields.property(field) + ": " + problem;
        boolean strict = annotations.marks(model).stream().anyMatch(mark -> mark.flag("strict"));
        if (strict) {
            findings.strictLint(Lint.UNINITIALIZED, place, message);
        } else {
            findings.lint(Lint.UNINITIALIZED, place, message);
        }
    }
}
