package org.initweights.processor;

import com.google.auto.service.AutoService;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import org.initweights.generated.Generated;
import org.jspecify.annotations.Nullable;

/**
 * Generates {@code <Model>Init} where a compilation has no annotation of ours, so that nobody asks {@link InitWeightsProcessor}: a class
 * that extends or implements a model is one too, and an incremental build may compile it alone. It claims no annotation.
 */
@AutoService(Processor.class)
@SupportedAnnotationTypes("*")
public final class InheritedModelProcessor extends AbstractProcessor {

    private static final String OURS = "org.initweights.";

    private @Nullable InitWeightsProcessor models;
    private boolean isAlone = true;

    @Override
    public Set<String> getSupportedOptions() {
        return new InitWeightsProcessor().getSupportedOptions();
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latestSupported();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        // From the first annotation of a user on, the other processor is asked in every round.
        isAlone &= annotations.stream().noneMatch(InheritedModelProcessor::isOfUser);
        if (isAlone && models == null) {
            models = new InitWeightsProcessor();
            models.init(processingEnv);
        }
        if (models != null && (isAlone || round.processingOver())) {
            models.process(Set.of(), round);
        }
        return false;
    }

    private static boolean isOfUser(TypeElement annotation) {
        String name = annotation.getQualifiedName().toString();
        return name.startsWith(OURS) && !name.equals(Generated.class.getCanonicalName());
    }
}
