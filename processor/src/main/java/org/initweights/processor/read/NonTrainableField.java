package org.initweights.processor.read;

import java.util.Optional;
import javax.lang.model.element.VariableElement;
import org.initweights.annotation.NonTrainable;
import org.initweights.processor.report.Findings;

/** Refuses {@code @NonTrainable} where there is nothing that could be trained. */
record NonTrainableField(AnnotationFinder annotations, Findings findings) {

    /** Whether a field that is neither a parameter nor holds sub-models has the annotation; reports it. */
    boolean isMisplaced(VariableElement field) {
        Optional<AnnotationView> marked = annotations.find(field, NonTrainable.class);
        marked.ifPresent(view -> findings.error(
                view.place(),
                "NonTrainable",
                field.getSimpleName()
                        + ": @NonTrainable is for a parameter that is saved and not trained, and nothing makes this field one; give"
                        + " it @Shape and an initializer, such as @Zeros, or remove @NonTrainable"));
        return marked.isPresent();
    }
}
