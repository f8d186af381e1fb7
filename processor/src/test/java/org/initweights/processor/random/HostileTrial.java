package org.initweights.processor.random;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.initweights.Parameters;
import org.initweights.processor.random.Trial.Accepted;
import org.initweights.processor.random.Trial.Failed;
import org.initweights.processor.random.Trial.Outcome;
import org.initweights.processor.random.Trial.Refused;
import org.initweights.processor.random.Trial.RefusedAtRunTime;

/**
 * Compiles programs with the processor, and runs those that it accepts. A refusal is an error of ours in a file of the user; anything
 * about a generated file is a fault.
 */
final class HostileTrial {

    private static final Pattern ID = Pattern.compile("\\[[A-Z]\\w+]$");

    private final SomeCompiler compiler;
    private final boolean module;
    private final Path folder;

    /**
     * @param module whether the programs are a module
     * @param folder an empty folder
     */
    HostileTrial(SomeCompiler compiler, boolean module, Path folder) {
        this.compiler = compiler;
        this.module = module;
        this.folder = folder;
    }

    /** What comes of each of some programs, by the name of the package around it. */
    Map<String, Outcome> of(Map<String, String> programs) {
        Path output = folder.resolve("output");
        List<Path> sources = SourceFolder.write(folder.resolve("sources"), programs.values(), module);
        Map<String, Outcome> outcomes = new LinkedHashMap<>();
        for (Message message : compiler.compile(sources, output, module)) {
            String name = programOf(message, programs);
            judge(message, output).ifPresent(found -> outcomes.merge(name, found, HostileTrial::worse));
        }
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {output.toUri().toURL()})) {
            boolean compiled = outcomes.isEmpty();
            programs.forEach((name, text) -> outcomes.computeIfAbsent(
                    name, added -> compiled ? run(Expectation.of(text), loader) : new Unjudged()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return outcomes;
    }

    /** It was compiled beside another that failed, and so was not run. */
    record Unjudged() implements Outcome {}

    private static Outcome worse(Outcome a, Outcome b) {
        return a instanceof Failed || !(b instanceof Failed) ? a : b;
    }

    private static Optional<Outcome> judge(Message message, Path output) {
        boolean generated = Path.of(message.file()).startsWith(output.toString());
        String text = message.file() + ": " + message.text();
        if (message.kind() == Message.Kind.CRASH) {
            return Optional.of(new Failed("crash", text));
        }
        if (generated || message.text().contains("[Internal]")) {
            return Optional.of(new Failed("generated " + message.kind() + kind(message.text()), text));
        }
        if (message.kind() == Message.Kind.WARNING) {
            return Optional.empty();
        }
        if (!ID.matcher(message.text().strip()).find()) {
            return Optional.of(new Failed("java" + kind(message.text()), text));
        }
        return Optional.of(message.file().isEmpty() ? new Failed("place", text) : new Refused());
    }

    /** The message without the names that differ from program to program. */
    private static String kind(String message) {
        return " "
                + message.lines()
                        .findFirst()
                        .orElse("")
                        .replaceAll("\\b[hm]\\d+\\S*|\\b\\w+\\d+\\b|[^\\x20-\\x7e]+", "");
    }

    private String programOf(Message message, Map<String, String> programs) {
        for (Path part : Path.of(message.file())) {
            if (programs.containsKey(part.toString())) {
                return part.toString();
            }
        }
        return programs.keySet().iterator().next();
    }

    private static Outcome run(Expectation expected, ClassLoader loader) {
        try {
            Class<?> type = loader.loadClass(expected.model());
            Class<?> init = loader.loadClass(expected.init());
            Constructor<?> constructor = type.getDeclaredConstructor();
            constructor.setAccessible(true);
            Object model = constructor.newInstance();
            call(init.getDeclaredMethod("initWeights", type, long.class), model, 42L);
            Parameters parameters = (Parameters) call(init.getDeclaredMethod("parameters", type), model);
            return expected.problem(parameters)
                    .<Outcome>map(problem -> new Failed("values", problem))
                    .orElseGet(Accepted::new);
        } catch (InvocationTargetException e) {
            boolean told = e.getCause() instanceof IllegalArgumentException
                    && e.getCause().getMessage() != null;
            return told
                    ? new RefusedAtRunTime()
                    : new Failed("run " + e.getCause(), e.getCause().toString());
        } catch (ReflectiveOperationException | LinkageError e) {
            return new Failed("generated " + e.getClass(), e.toString());
        }
    }

    private static Object call(Method method, Object... arguments) throws ReflectiveOperationException {
        method.setAccessible(true);
        return method.invoke(null, arguments);
    }
}
