package org.initweights.processor.output;

import com.palantir.javapoet.JavaFile;
import java.io.IOException;
import java.io.Writer;
import javax.annotation.processing.Filer;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/** The generated Java sources of a compilation. */
public final class SourceFiles {

    private final ProcessingEnvironment environment;
    private @Nullable SourceEncoding encoding;

    public SourceFiles(ProcessingEnvironment environment) {
        this.environment = environment;
    }

    /** Writes the file that is generated for a model. */
    public void write(JavaFile file, TypeElement model) throws IOException {
        if (encoding == null) {
            encoding = SourceEncoding.of(environment, model);
        }
        String source = encoding.encodable(file.toString());
        String name = file.packageName().isEmpty()
                ? file.typeSpec().name()
                : file.packageName() + "." + file.typeSpec().name();
        Filer filer = environment.getFiler();
        Element[] origins = file.typeSpec().originatingElements().toArray(Element[]::new);
        try (Writer writer = filer.createSourceFile(name, origins).openWriter()) {
            writer.write(source);
        }
    }
}
