package org.initweights.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each model of {@code bad} is refused with exactly the errors that its comments announce. A comment
 * {@code // error at `-1`: message} stands on the line above the error and quotes the source from the error's position on.
 */
class RefusedModelTest {

    private static final Pattern ANNOUNCED = Pattern.compile("// error at `(.*?)`: (.*)");

    static Stream<Fixture> models() {
        return Fixture.in("bad").stream();
    }

    @ParameterizedTest
    @MethodSource("models")
    void refusesTheModelAtThePlaceAtFault(Fixture model) {
        Compilation compilation = Compiler.javac()
                .withProcessors(new InitWeightsProcessor())
                .compile(JavaFileObjects.forResource("bad/" + model.name() + ".java"));

        assertThat(compilation.status()).isEqualTo(Compilation.Status.FAILURE);
        assertThat(compilation.errors().stream()
                        .map(error -> described(error, model))
                        .toList())
                .containsExactlyInAnyOrderElementsOf(announced(model));
        assertThat(announced(model)).isNotEmpty();
    }

    private static String described(Diagnostic<? extends JavaFileObject> error, Fixture model) {
        long line = error.getLineNumber();
        String at = model.content().substring((int) error.getPosition());
        return line + ": at `" + at.substring(0, Math.min(30, at.indexOf('\n'))).trim() + "`: "
                + error.getMessage(null);
    }

    private static List<String> announced(Fixture model) {
        List<String> errors = new ArrayList<>();
        List<String> lines = model.content().lines().toList();
        for (int line = 1; line <= lines.size(); line++) {
            Matcher comment = ANNOUNCED.matcher(lines.get(line - 1));
            if (comment.find()) {
                int next = line;
                while (lines.get(next).contains("// error at")) {
                    next++;
                }
                errors.add((next + 1) + ": at `" + comment.group(1) + "`: " + comment.group(2));
            }
        }
        return errors;
    }
}
