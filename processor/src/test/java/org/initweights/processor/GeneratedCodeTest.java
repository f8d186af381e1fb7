package org.initweights.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Compiles each program of {@code functional} with the processor and runs its {@code check()}, which asserts. */
class GeneratedCodeTest {

    @TempDir
    private Path output;

    /** Eclipse's compiler, with which all of the first are compiled elsewhere, shows no imports. */
    static Stream<Fixture> programs() {
        return Stream.of("functional", "imports").flatMap(folder -> Fixture.in(folder).stream());
    }

    @ParameterizedTest
    @MethodSource("programs")
    void behavesAsItsProgramAsserts(Fixture program) throws Throwable {
        FileCompiler.Result result = FileCompiler.javac("-Xlint:-processing").compile(output, List.of(program));
        assertThat(result.diagnostics()).isEmpty();
        try (URLClassLoader loader = new URLClassLoader(
                new URL[] {output.toUri().toURL()}, getClass().getClassLoader())) {
            loader.loadClass(program.packageName() + "." + program.name())
                    .getMethod("check")
                    .invoke(null);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
