package org.initweights.processor;

import com.google.auto.service.AutoService;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;
import org.initweights.processor.report.Failure;
import org.initweights.processor.report.Options;
import org.jspecify.annotations.Nullable;

/**
 * Generates {@code <Model>Init} where a compilation has no annotation of ours, so that javac does not run {@link InitWeightsProcessor}: a
 * class that extends or implements a model is one too, and an incremental build may compile it alone. It claims no annotation.
 */
@AutoService(Processor.class)
@SupportedAnnotationTypes("*")
public final class InheritedModelProcessor extends AbstractProcessor {

    private static final String OURS = "org.initweights.";

    /** On what we have generated; by its name, since the library may not be there. */
    private static final String GENERATED = "org.initweights.collect.Generated";

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
        try {
            processAlone(annotations, round);
        } catch (RuntimeException | Error e) {
            // A library that is not there, for example.
            processingEnv
                    .getMessager()
                    .printMessage(
                            Diagnostic.Kind.ERROR,
                            Failure.message("InitWeights failed", e, new Options(processingEnv.getOptions())));
        }
        return false;
    }

    private void processAlone(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        // From the first annotation of a user on, the other processor is asked in every round.
        isAlone &= annotations.stream().noneMatch(InheritedModelProcessor::isOfUser);
        if (isAlone && models == null) {
            models = new InitWeightsProcessor();
            models.init(processingEnv);
        }
        if (models != null && (isAlone || round.processingOver())) {
            models.process(Set.of(), round);
        }
    }

    private static boolean isOfUser(TypeElement annotation) {
        String name = annotation.getQualifiedName().toString();
        return name.startsWith(OURS) && !name.equals(GENERATED);
    }
}
