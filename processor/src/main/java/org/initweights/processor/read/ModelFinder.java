package org.initweights.processor.read;

import com.google.auto.common.SuperficialValidation;
import java.util.LinkedHashSet;
import java.util.Set;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/**
 * Finds the models among the classes of a round, in the order of the sources. It looks at the classes themselves: not every
 * compiler lists the fields of records among the annotated elements, and a subclass of a model has perhaps no annotation.
 */
public final class ModelFinder {

    private final AnnotationFinder annotations;

    public ModelFinder(ProcessingEnvironment environment) {
        this.annotations = new AnnotationFinder(environment.getElementUtils());
    }

    /** The models that are compiled in this round, nested ones too. */
    public Set<TypeElement> in(RoundEnvironment round) {
        Set<TypeElement> models = new LinkedHashSet<>();
        for (TypeElement type : ElementFilter.typesIn(round.getRootElements())) {
            addModels(type, models);
        }
        return models;
    }

    private void addModels(TypeElement type, Set<TypeElement> models) {
        if (annotations.isModel(type)) {
            models.add(type);
        }
        for (TypeElement nested : ElementFilter.typesIn(type.getEnclosedElements())) {
            addModels(nested, models);
        }
    }

    /** Whether every type that the class names exists; if not, another processor may yet generate it. */
    public boolean isComplete(TypeElement model) {
        return SuperficialValidation.validateElement(model);
    }
}
