package org.initweights.benchmarks.compile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.Map;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;

/** Writes finished files: the least that any processor which generates them can cost. */
final class CopyProcessor extends AbstractProcessor {

    private final Map<String, String> sources;
    private boolean written;

    CopyProcessor(Map<String, String> sources) {
        this.sources = sources;
    }

    @Override
    public Set<String> getSupportedAnnotationTypes() {
        return Set.of("*");
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latestSupported();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        if (!written) {
            written = true;
            sources.forEach(this::write);
        }
        return false;
    }

    private void write(String name, String source) {
        try (Writer file = processingEnv.getFiler().createSourceFile(name).openWriter()) {
            file.write(source);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
