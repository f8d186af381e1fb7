package org.initweights.processor.random;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;
import org.eclipse.jdt.internal.compiler.tool.EclipseCompiler;
import org.initweights.Parameters;
import org.initweights.processor.InitWeightsProcessor;
import org.initweights.processor.report.Lint;

/** A way to compile source files with the processor. */
sealed interface SomeCompiler {

    /** Compiles into a folder, whose folder {@code generated} takes the sources that are generated. */
    List<Message> compile(List<Path> sources, Path output, boolean module);

    /** Whether it reads our module from a folder of classes. */
    default boolean findsModules() {
        return true;
    }

    /** Every compiler that there is on this machine. ECJ's own warnings of generated code, which has none of javac's, are off. */
    static List<SomeCompiler> all() {
        return all(List.of("-warn:none"));
    }

    /** Every compiler, so that each hands on the warnings of the processor, which ECJ does only with its own. */
    static List<SomeCompiler> allWarning() {
        return all(List.of());
    }

    private static List<SomeCompiler> all(List<String> ofEcj) {
        List<SomeCompiler> all = new ArrayList<>(List.of(javac(), new InProcess("ECJ", new EclipseCompiler(), ofEcj)));
        Jdks.otherCompilers().forEach(javac -> all.add(new Forked(javac)));
        return all;
    }

    /** That of the JVM of the tests. */
    static SomeCompiler javac() {
        return new InProcess(
                "javac",
                ToolProvider.getSystemJavaCompiler(),
                List.of("-Xlint:all,-processing", "-Xmaxerrs", "10000", "-Xmaxwarns", "10000"));
    }

    private static List<String> options(boolean module, String classPath) {
        List<String> options = new ArrayList<>(List.of("--release", "17", "-encoding", "UTF-8"));
        if (module) {
            options.addAll(List.of("--module-path", home(Parameters.class)));
        } else {
            options.addAll(List.of("-classpath", classPath));
        }
        for (Lint lint : Lint.values()) {
            // What it says is what a program with sub-models is tried for.
            if (lint != Lint.UNINITIALIZED) {
                options.add("-Ainitweights.lint." + lint.id() + "=off");
            }
        }
        return options;
    }

    private static String home(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString();
        } catch (java.net.URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** One that runs here. */
    record InProcess(String name, JavaCompiler tool, List<String> more) implements SomeCompiler {

        @Override
        public List<Message> compile(List<Path> sources, Path output, boolean module) {
            DiagnosticCollector<JavaFileObject> said = new DiagnosticCollector<>();
            List<String> options = options(module, home(Parameters.class));
            options.addAll(more);
            List<Message> messages = new ArrayList<>();
            try (StandardJavaFileManager files =
                    tool.getStandardFileManager(said, Locale.ROOT, StandardCharsets.UTF_8)) {
                Path generated = Files.createDirectories(output.resolve("generated"));
                files.setLocation(StandardLocation.CLASS_OUTPUT, List.of(output.toFile()));
                files.setLocation(StandardLocation.SOURCE_OUTPUT, List.of(generated.toFile()));
                JavaCompiler.CompilationTask task = tool.getTask(
                        new StringWriter(), files, said, options, null, files.getJavaFileObjectsFromPaths(sources));
                task.setProcessors(List.of(new InitWeightsProcessor()));
                task.call();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (RuntimeException | LinkageError | StackOverflowError e) {
                messages.add(new Message(
                        Message.Kind.CRASH,
                        "",
                        e + " at " + Stream.of(e.getStackTrace()).limit(8).toList()));
            }
            said.getDiagnostics().forEach(diagnostic -> message(diagnostic, messages));
            return messages;
        }

        private static void message(Diagnostic<? extends JavaFileObject> diagnostic, List<Message> messages) {
            String file =
                    diagnostic.getSource() == null ? "" : diagnostic.getSource().getName();
            String text = diagnostic.getMessage(Locale.ROOT);
            switch (diagnostic.getKind()) {
                case ERROR ->
                    messages.add(new Message(
                            text.startsWith("Internal compiler error") ? Message.Kind.CRASH : Message.Kind.ERROR,
                            file,
                            text));
                case WARNING, MANDATORY_WARNING -> messages.add(new Message(Message.Kind.WARNING, file, text));
                default -> {}
            }
        }

        @Override
        public boolean findsModules() {
            return !(tool instanceof EclipseCompiler);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /** The {@code javac} of another JDK, in a process of its own. */
    record Forked(Path javac) implements SomeCompiler {

        private static final Pattern LINE = Pattern.compile("^(?:(\\S.*[.]java):\\d+: )?(error|warning): (.*)$");

        @Override
        public List<Message> compile(List<Path> sources, Path output, boolean module) {
            List<String> command = new ArrayList<>(
                    List.of(javac.toString(), "-J-Xmx512m", "-J-Duser.language=en", "-Xlint:all,-processing"));
            command.addAll(List.of("-Xmaxerrs", "10000", "-Xmaxwarns", "10000"));
            command.addAll(options(module, home(Parameters.class)));
            command.addAll(List.of("-processorpath", System.getProperty("java.class.path"), "-processor"));
            command.addAll(List.of(InitWeightsProcessor.class.getName(), "-d", output.toString(), "-s"));
            command.add(output.resolve("generated").toString());
            sources.forEach(source -> command.add(source.toString()));
            try {
                Files.createDirectories(output.resolve("generated"));
                Path log = output.resolve("log");
                ProcessBuilder builder =
                        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
                builder.environment().put("LC_ALL", "C.UTF-8");
                int code = builder.start().waitFor();
                return messages(Files.readString(log), code);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }

        private static List<Message> messages(String log, int code) {
            List<Message> messages = new ArrayList<>();
            log.lines().forEach(line -> {
                Matcher matcher = LINE.matcher(line);
                if (matcher.matches()) {
                    String file = matcher.group(1) == null ? "" : matcher.group(1);
                    Message.Kind kind = matcher.group(2).equals("error") ? Message.Kind.ERROR : Message.Kind.WARNING;
                    messages.add(new Message(kind, file, matcher.group(3)));
                }
            });
            if (code > 1) {
                messages.add(new Message(
                        Message.Kind.CRASH, "", log.lines().limit(12).toList().toString()));
            }
            return messages;
        }

        @Override
        public String toString() {
            return javac.toString();
        }
    }
}
