package org.initweights.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Models with faults: what the compiler says is exactly what their comments announce. */
class RefusedModelTest {

    static Stream<Fixture> bad() {
        return Fixture.in("bad").stream();
    }

    static Stream<Fixture> warned() {
        return Fixture.in("warned").stream();
    }

    @ParameterizedTest
    @MethodSource("bad")
    void refusesTheModelAtThePlaceAtFault(Fixture model) {
        Compilation compilation = compile("bad", model);
        assertThat(compilation.status()).isEqualTo(Compilation.Status.FAILURE);
        assertThat(compilation.diagnostics().stream()
                        .map(diagnostic -> Announced.described(diagnostic, model))
                        .toList())
                .containsExactlyInAnyOrderElementsOf(Announced.in(model))
                .isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("warned")
    void acceptsTheModelAndWarnsAtThePlaceInDoubt(Fixture model) {
        Compilation compilation = compile("warned", model);
        assertThat(compilation.status()).isEqualTo(Compilation.Status.SUCCESS);
        assertThat(compilation.diagnostics().stream()
                        .map(diagnostic -> Announced.described(diagnostic, model))
                        .toList())
                .containsExactlyInAnyOrderElementsOf(Announced.in(model))
                .isNotEmpty();
    }

    private static Compilation compile(String folder, Fixture model) {
        return Compiler.javac()
                .withProcessors(new InitWeightsProcessor())
                .compile(JavaFileObjects.forResource(folder + "/" + model.name() + ".java"));
    }
}
