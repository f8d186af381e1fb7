package org.initweights.processor.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A caller handles what is neither a RuntimeException nor an Error. */
class CheckedExceptionsTest {

    private final Compiled source = Compiled.of("a/Net.java", """
            package a;
            import java.io.*;
            class Net<X extends IOException, R extends RuntimeException> {
                static class Own extends IllegalStateException {}
                void quiet() {}
                void unchecked() throws Own, IllegalArgumentException {}
                void error() throws OutOfMemoryError {}
                void variable() throws R {}
                void checked() throws FileNotFoundException, Own, InterruptedException {}
                void root() throws Throwable {}
                void any() throws Exception {}
                void bounded() throws X {}
            }
            """);

    @ParameterizedTest
    @ValueSource(strings = {"quiet", "unchecked", "error", "variable"})
    void areNoneOf(String method) {
        assertThat(thrown(method)).isEmpty();
    }

    @Test
    void areThoseThatMustBeHandled() {
        assertThat(thrown("checked"))
                .containsExactly("java.io.FileNotFoundException", "java.lang.InterruptedException");
        assertThat(thrown("root")).containsExactly("java.lang.Throwable");
        assertThat(thrown("any")).containsExactly("java.lang.Exception");
        assertThat(thrown("bounded")).containsExactly("X");
    }

    private List<String> thrown(String method) {
        return CheckedExceptions.of(source.method("a.Net." + method), source.elements(), source.types())
                .map(Object::toString)
                .toList();
    }
}
