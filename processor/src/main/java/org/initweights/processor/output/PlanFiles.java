package org.initweights.processor.output;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.TypeElement;
import javax.tools.FileObject;
import javax.tools.StandardLocation;

/**
 * The files about models for programs other than the compiler: their plans, and what native images need. They are written
 * after everything else, so that a compilation that fails leaves none: neither a new file nor one of an earlier compilation.
 */
public final class PlanFiles {

    private final ProcessingEnvironment environment;
    private final List<PlanFile> plans = new ArrayList<>();
    private final List<FileObject> files = new ArrayList<>();

    public PlanFiles(ProcessingEnvironment environment) {
        this.environment = environment;
    }

    /** Keeps a file until the end; the class is remembered by its name, since elements are good for one round only. */
    public void add(TypeElement model, String path, String text) {
        plans.add(new PlanFile(model.getQualifiedName().toString(), path, text));
    }

    /** Keeps in mind that a model has no such file, since it has an error. */
    public void refuse(TypeElement model, String path) {
        add(model, path, "");
    }

    /** Writes all files, in UTF-8 whatever the encoding of the sources is. */
    public void write() throws IOException {
        for (PlanFile plan : plans) {
            try (OutputStream file = open(plan).openOutputStream()) {
                file.write(plan.text.getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    /** Deletes what earlier compilations left. */
    public void drop() throws IOException {
        for (PlanFile plan : plans) {
            open(plan);
        }
        takeBack();
    }

    /** Deletes what was written. */
    public void takeBack() {
        files.forEach(PlanFiles::delete);
    }

    /** By the path, since what a filer made cannot be deleted through it; files in memory are gone with the compiler. */
    private static void delete(FileObject file) {
        if (!"file".equals(file.toUri().getScheme())) {
            return;
        }
        try {
            Files.deleteIfExists(Path.of(file.toUri()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private FileObject open(PlanFile plan) throws IOException {
        FileObject file = environment
                .getFiler()
                .createResource(
                        StandardLocation.CLASS_OUTPUT,
                        "",
                        plan.path,
                        environment.getElementUtils().getTypeElement(plan.model));
        files.add(file);
        return file;
    }

    private record PlanFile(String model, String path, String text) {}
}
