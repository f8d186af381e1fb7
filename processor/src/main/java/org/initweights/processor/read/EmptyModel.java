package org.initweights.processor.read;

import java.util.List;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import org.initweights.annotation.InitWeights;
import org.initweights.annotation.Skip;
import org.initweights.processor.model.Member;
import org.initweights.processor.report.Findings;

/** Reports a class that says it is a model, though nothing in it is to be initialised. */
final class EmptyModel {

    private final AnnotationFinder annotations;
    private final ModelFinder finder;
    private final Findings findings;

    EmptyModel(AnnotationFinder annotations, ModelFinder finder, Findings findings) {
        this.annotations = annotations;
        this.finder = finder;
        this.findings = findings;
    }

    /**
     * Checks a model.
     *
     * @param members what was read of it
     */
    void check(ModelFields fields, List<Member> members) {
        TypeElement model = fields.model();
        if (members.isEmpty()
                && annotations.isMarked(model)
                && !isForOthers(model)
                && AnnotationFinder.supertypes(model).noneMatch(annotations::isModel)
                && fields.all().stream().noneMatch(this::isSpokenOf)) {
            findings.error(
                    annotations
                            .find(model, InitWeights.class)
                            .map(AnnotationView::place)
                            .orElseGet(() -> annotations.place(model)),
                    "NothingToInitialise",
                    model.getSimpleName()
                            + ": nothing in it is to be initialised; give it a parameter or a sub-model, or remove @InitWeights");
        }
    }

    /** Whether a class is there for what extends or implements it. */
    private boolean isForOthers(TypeElement model) {
        return model.getKind().isInterface()
                || model.getModifiers().contains(Modifier.ABSTRACT)
                || SourceLanguage.of(model).isSealed(model)
                || finder.isExtended(model);
    }

    /** Whether a field was meant to hold weights, or was marked as one that does not; what is wrong with it is said there. */
    private boolean isSpokenOf(VariableElement field) {
        return annotations.find(field, Skip.class).isPresent()
                || annotations.isParameter(field)
                || findings.isAbout(annotations.place(field));
    }
}
