package org.initweights.processor.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Expressions of any length are read, or refused in one line. */
class ExpressionReaderTest {

    @Test
    void readsWhatIsNestedFiftyDeep() throws ExpressionException {
        assertThat(parse("(".repeat(50) + "n" + ")".repeat(50)).text()).isEqualTo("n");
        assertThat(parse("sqrt(".repeat(50) + "n" + ")".repeat(50)).text()).startsWith("sqrt(sqrt(");
        assertThat(parse("-".repeat(50) + "n").text()).startsWith("-(-");
    }

    @Test
    void readsSumsOfFiveHundredOperators() throws ExpressionException {
        assertThat(parse("n" + " + n".repeat(500)).text()).isEqualTo("n" + " + n".repeat(500));
        assertThat(parse("n" + "*n/n-n+n".repeat(125)).text()).startsWith("n * n / n - n + n * n");
    }

    @Test
    void whatIsSideBySideIsNotNested() throws ExpressionException {
        assertThat(parse("(-n)" + " + (-n)".repeat(400)).text()).startsWith("-n + -n");
        assertThat(parse("f(n)" + " + f(n)".repeat(60)).text()).startsWith("f(n) + f(n)");
    }

    @Test
    void countsEachExpressionOfAListForItself() throws ExpressionException {
        assertThat(ExpressionReader.readList(Source.ofDimensions("n" + "+n".repeat(500) + ", n" + "*n".repeat(500))))
                .hasSize(2);
    }

    static Stream<String> nested() {
        return Stream.of(51, 20_000, 1_000_000)
                .flatMap(depth -> Stream.of(
                        "(".repeat(depth) + "1" + ")".repeat(depth),
                        "(".repeat(depth),
                        "-".repeat(depth) + "1",
                        "- ".repeat(depth),
                        "-(".repeat(depth) + "1" + ")".repeat(depth),
                        "sqrt(".repeat(depth) + "1" + ")".repeat(depth),
                        "1-(".repeat(depth) + "1" + ")".repeat(depth),
                        "max(1, ".repeat(depth) + "1" + ")".repeat(depth)));
    }

    @ParameterizedTest(name = "{index}")
    @MethodSource("nested")
    void refusesWhatIsNestedDeeper(String text) {
        assertThatThrownBy(() -> parse(text))
                .isInstanceOfSatisfying(
                        ExpressionException.class,
                        mistake -> assertThat(mistake.id()).isEqualTo("ExpressionSize"))
                .hasMessage(
                        "dims nests parentheses, signs and calls more than 50 deep; compute the number in a method of the"
                                + " model, and name that");
    }

    static Stream<String> sums() {
        return Stream.of(501, 12_000, 1_000_000)
                .flatMap(count -> Stream.of("+1", "-n", "*1", "/n", " + (1)").map(more -> "1" + more.repeat(count)));
    }

    @ParameterizedTest(name = "{index}")
    @MethodSource("sums")
    void refusesMoreOperators(String text) {
        assertThatThrownBy(() -> parse(text))
                .hasMessage(
                        "dims has more than 500 operators in one expression; compute the number in a method of the model,"
                                + " and name that");
    }

    private static Expression parse(String text) throws ExpressionException {
        return ExpressionReader.read(Source.ofDimensions(text));
    }
}
