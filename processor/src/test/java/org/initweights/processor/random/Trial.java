package org.initweights.processor.random;

import static com.google.testing.compile.Compiler.javac;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import org.initweights.Parameter;
import org.initweights.Parameters;
import org.initweights.processor.InitWeightsProcessor;
import org.initweights.processor.report.Lint;

/** Compiles models by name with the processor, and runs those that it accepts. */
final class Trial {

    private static final Pattern ID = Pattern.compile("\\[[A-Z]\\w+]$");

    private final Map<String, String> models;
    private final Map<String, Outcome> outcomes = new LinkedHashMap<>();

    private Trial(Map<String, String> models) {
        this.models = models;
    }

    /** What came of a model. */
    interface Outcome {}

    /** It was compiled, and its values are right. */
    record Accepted() implements Outcome {}

    /** It was refused, where it should say so. */
    record Refused() implements Outcome {}

    /** It was built, and then refused with a message that names a parameter. */
    record RefusedAtRunTime() implements Outcome {}

    /**
     * Something is wrong with the processor, or with the test.
     *
     * @param kind what, in a word
     */
    record Failed(String kind, String details) implements Outcome {}

    /** What comes of each of some models. */
    static Map<String, Outcome> of(Map<String, String> models) {
        Trial trial = new Trial(models);
        trial.compileAndRun();
        return trial.outcomes;
    }

    private void compileAndRun() {
        for (Diagnostic<? extends JavaFileObject> error :
                compile(models.keySet(), List.of()).errors()) {
            String model = modelOf(error);
            outcomes.merge(model, judge(model, error), (a, b) -> a instanceof Failed ? a : b);
        }
        Set<String> accepted = new HashSet<>(models.keySet());
        accepted.removeAll(outcomes.keySet());
        Compilation strict = compile(accepted, List.of("-Werror"));
        if (strict.status() == Compilation.Status.FAILURE) {
            for (Diagnostic<? extends JavaFileObject> diagnostic : strict.diagnostics()) {
                if (diagnostic.getKind() != Diagnostic.Kind.NOTE) {
                    String model = modelOf(diagnostic);
                    outcomes.put(model, new Failed("warning", diagnostic.toString()));
                }
            }
            return;
        }
        ClassLoader loader = new CompiledClasses(strict);
        accepted.forEach(model -> outcomes.put(model, run(model, loader)));
    }

    /** Refusals are those of the processor, with an id, in the model's file. */
    private static Outcome judge(String model, Diagnostic<? extends JavaFileObject> error) {
        String message = error.getMessage(null);
        if (message.contains("[Internal]")) {
            return new Failed("internal", message);
        }
        if (!ID.matcher(message).find()) {
            return new Failed("java " + error.getCode(), error.toString());
        }
        boolean placed = error.getSource() != null
                && error.getSource().getName().endsWith(model + ".java")
                && error.getPosition() != Diagnostic.NOPOS;
        return placed ? new Refused() : new Failed("place", error.toString());
    }

    /** The model that a diagnostic is about: that of its file or, if it has none, any. */
    private String modelOf(Diagnostic<? extends JavaFileObject> diagnostic) {
        String file =
                diagnostic.getSource() == null ? "" : diagnostic.getSource().getName();
        String name = file.replaceFirst(".*/", "").replaceFirst("(_\\w+)?(Init)?[.]java$", "");
        return models.containsKey(name) ? name : models.keySet().iterator().next();
    }

    private Compilation compile(Set<String> names, List<String> more) {
        List<String> options = new ArrayList<>(List.of("-Xlint:all,-processing"));
        Arrays.stream(Lint.values()).forEach(lint -> options.add("-Ainitweights.lint." + lint.id() + "=off"));
        options.addAll(more);
        Stream<JavaFileObject> files = names.stream()
                .sorted()
                .map(name -> JavaFileObjects.forSourceString("random." + name, models.get(name)));
        JavaFileObject common = JavaFileObjects.forSourceString("random.Common", ModelGenerator.COMMON);
        return javac().withOptions(options)
                .withProcessors(new InitWeightsProcessor())
                .compile(Stream.concat(Stream.of(common), files).toList());
    }

    private static Outcome run(String name, ClassLoader loader) {
        try {
            Class<?> type = loader.loadClass("random." + name);
            Class<?> init = loader.loadClass("random." + name + "Init");
            Constructor<?> constructor = type.getDeclaredConstructor();
            constructor.setAccessible(true);
            Object model = constructor.newInstance();
            call(init.getDeclaredMethod("initWeights", type, long.class), model, 42L);
            Parameters parameters = (Parameters) call(init.getDeclaredMethod("parameters", type), model);
            for (Parameter parameter : parameters) {
                Optional<String> problem = FitsFill.problem(parameter);
                if (problem.isPresent()) {
                    return new Failed("values", problem.get());
                }
            }
            return new Accepted();
        } catch (InvocationTargetException e) {
            boolean told = e.getCause() instanceof IllegalArgumentException
                    && e.getCause().getMessage() != null;
            return told ? new RefusedAtRunTime() : new Failed("run", stackTrace(e.getCause()));
        } catch (ReflectiveOperationException e) {
            return new Failed("generated", e.toString());
        }
    }

    private static Object call(Method method, Object... arguments) throws ReflectiveOperationException {
        method.setAccessible(true);
        return method.invoke(null, arguments);
    }

    private static String stackTrace(Throwable thrown) {
        return thrown + "\n"
                + String.join(
                        "\n",
                        Arrays.stream(thrown.getStackTrace())
                                .limit(8)
                                .map(String::valueOf)
                                .toList());
    }

    /** Loads what was compiled. */
    private static final class CompiledClasses extends ClassLoader {

        private final Map<String, JavaFileObject> files = new HashMap<>();

        CompiledClasses(Compilation compilation) {
            super(Trial.class.getClassLoader());
            for (JavaFileObject file : compilation.generatedFiles()) {
                if (file.getKind() == JavaFileObject.Kind.CLASS) {
                    files.put(file.getName().replaceFirst("^/?CLASS_OUTPUT/", ""), file);
                }
            }
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            JavaFileObject file = files.get(name.replace('.', '/') + ".class");
            if (file == null) {
                throw new ClassNotFoundException(name);
            }
            try (InputStream in = file.openInputStream()) {
                byte[] bytes = in.readAllBytes();
                return defineClass(name, bytes, 0, bytes.length);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
