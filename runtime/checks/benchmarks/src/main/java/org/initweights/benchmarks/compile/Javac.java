package org.initweights.benchmarks.compile;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import javax.annotation.processing.Processor;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** Runs the compiler in this process. */
final class Javac {

    private Javac() {}

    /** Compiles files into a folder. */
    static void compile(List<Path> files, Path output, @Nullable Processor processor) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter messages = new StringWriter();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
            manager.setLocation(StandardLocation.CLASS_OUTPUT, List.of(output.toFile()));
            manager.setLocation(StandardLocation.SOURCE_OUTPUT, List.of(output.toFile()));
            List<String> options = processor == null ? List.of("-proc:none") : List.of();
            JavaCompiler.CompilationTask task = compiler.getTask(
                    messages, manager, null, options, null, manager.getJavaFileObjectsFromPaths(files));
            if (processor != null) {
                task.setProcessors(List.of(processor));
            }
            if (!task.call()) {
                throw new IllegalStateException(messages.toString());
            }
        }
    }
}
