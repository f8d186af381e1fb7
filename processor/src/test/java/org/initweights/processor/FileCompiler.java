package org.initweights.processor;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.annotation.processing.Processor;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;
import org.eclipse.jdt.internal.compiler.tool.EclipseCompiler;

/** Compiles sources with the processor, by javac or by Eclipse's compiler, into a folder. */
final class FileCompiler {

    /** All warnings, and each is an error, as careful users compile. */
    static final List<String> STRICT = List.of("-Xlint:all", "-Werror", "--release", "17");

    private final JavaCompiler tool;
    private final List<String> options;

    private FileCompiler(JavaCompiler tool, List<String> options) {
        this.tool = tool;
        this.options = options;
    }

    static FileCompiler javac(String... options) {
        List<String> all = new ArrayList<>(STRICT);
        all.addAll(List.of(options));
        return new FileCompiler(ToolProvider.getSystemJavaCompiler(), all);
    }

    /** As users compile who do not mind warnings. */
    static FileCompiler lenient(String... options) {
        return new FileCompiler(ToolProvider.getSystemJavaCompiler(), List.of(options));
    }

    static FileCompiler ecj() {
        return new FileCompiler(new EclipseCompiler(), List.of("--release", "17"));
    }

    /** The same with a folder of classes before the class path of the tests. */
    FileCompiler withClassPath(Path classes) {
        List<String> all = new ArrayList<>(options);
        all.addAll(
                List.of("-cp", classes + System.getProperty("path.separator") + System.getProperty("java.class.path")));
        return new FileCompiler(tool, all);
    }

    Result compile(Path output, List<Fixture> sources) {
        return compile(output, sources, new InitWeightsProcessor());
    }

    Result compile(Path output, List<Fixture> sources, Processor... processors) {
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        try (StandardJavaFileManager files =
                tool.getStandardFileManager(diagnostics, Locale.ROOT, StandardCharsets.UTF_8)) {
            files.setLocation(StandardLocation.CLASS_OUTPUT, List.of(output.toFile()));
            files.setLocation(StandardLocation.SOURCE_OUTPUT, List.of(output.toFile()));
            Iterable<? extends JavaFileObject> units = files.getJavaFileObjectsFromPaths(
                    sources.stream().map(Fixture::file).toList());
            JavaCompiler.CompilationTask task =
                    tool.getTask(new StringWriter(), files, diagnostics, options, null, units);
            task.setProcessors(List.of(processors));
            boolean success = task.call();
            return new Result(success, diagnostics.getDiagnostics(), generated(output));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> generated(Path output) throws IOException {
        Map<String, String> sources = new TreeMap<>();
        try (Stream<Path> files = Files.walk(output)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                sources.put(output.relativize(file).toString(), Files.readString(file));
            }
        }
        return sources;
    }

    /**
     * @param generated the sources that the processor wrote, by path
     */
    record Result(
            boolean success, List<Diagnostic<? extends JavaFileObject>> diagnostics, Map<String, String> generated) {

        List<Diagnostic<? extends JavaFileObject>> errors() {
            return diagnostics.stream()
                    .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
                    .toList();
        }
    }
}
