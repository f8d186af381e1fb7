package org.initweights.processor.read;

import java.util.List;
import java.util.Optional;
import javax.lang.model.element.VariableElement;
import org.initweights.annotation.Transform;
import org.initweights.processor.report.Findings;

/** A {@code @Transform} without an initializer that draws what it transforms. */
final class LoneTransform {

    private LoneTransform() {}

    /** Reports it, if a field has one. */
    static boolean report(
            VariableElement field, List<InitializerUse> initializers, AnnotationFinder annotations, Findings findings) {
        Optional<AnnotationView> alone =
                annotations.find(field, Transform.class).filter(transform -> initializers.isEmpty());
        alone.ifPresent(transform -> findings.error(
                transform.place(),
                "TransformAlone",
                field.getSimpleName() + ": " + transform.display()
                        + " has nothing to transform; put the initializer that draws x beside it"));
        return alone.isPresent();
    }
}
