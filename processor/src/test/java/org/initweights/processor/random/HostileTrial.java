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
import org.initweights.Parameters;
import org.initweights.processor.random.Trial.Accepted;
import org.initweights.processor.random.Trial.Failed;
import org.initweights.processor.random.Trial.Outcome;
import org.initweights.processor.random.Trial.RefusedAtRunTime;

/**
 * Compiles programs with the processor, and runs those that it accepts. A refusal is an error of ours in a file of the user; anything
 * about a generated file is a fault.
 */
final class HostileTrial {

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
        Judge judge = new Judge(programs.keySet(), output);
        for (Message message : compiler.compile(sources, output, module)) {
            String name = judge.program(message);
            judge.outcome(message).ifPresent(found -> outcomes.merge(name, found, Judge::worse));
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
