package org.initweights.processor.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Expressions are read with the precedence of Java, and written with no more parentheses than they need. */
class ExpressionTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a+b*c                | a + b * c",
                "(a+b)*c              | (a + b) * c",
                "a*(b+c)              | a * (b + c)",
                "(a*b)+c              | a * b + c",
                "a-(b-c)              | a - (b - c)",
                "(a-b)-c              | a - b - c",
                "a-(b+c)              | a - (b + c)",
                "a/(b*c)              | a / (b * c)",
                "(a/b)*c              | a / b * c",
                "a/b/c                | a / b / c",
                "a*-b                 | a * -b",
                "-(a)                 | -a",
                "-(a*b)               | -(a * b)",
                "- ( - a )            | -(-a)",
                "-a+b                 | -a + b",
                "-max(a, b)*2         | -max(a, b) * 2",
                "-a*b                 | -a * b",
                "(-a)*b               | -a * b",
                "((7))                | 7",
                "1_000                | 1000",
                "2.50*a               | 2.50 * a",
                "1e-3                 | 1e-3",
                "config.hidden( )     | config.hidden()",
                "a . b() . c          | a.b().c",
                "max( a ,b+1 )        | max(a, b + 1)",
                "sqrt(-(a+b))         | sqrt(-(a + b))",
                "$x_1+ß               | $x_1 + ß",
                "\uD835\uDCB3+\uD835\uDCB4 | \uD835\uDCB3 + \uD835\uDCB4",
            })
    void isWrittenWithUsualSpacesAndNeededParentheses(String given, String written) throws ExpressionException {
        assertThat(parse(given).text()).isEqualTo(written);
    }

    @Test
    void bindsFromTheLeft() throws ExpressionException {
        assertThat(parse("8 - 4 - 2"))
                .isEqualTo(new Expression.Binary('-', new Expression.Binary('-', whole(8), whole(4)), whole(2)));
        assertThat(parse("8 / 4 * 2"))
                .isEqualTo(new Expression.Binary('*', new Expression.Binary('/', whole(8), whole(4)), whole(2)));
    }

    @Test
    void bindsProductsBeforeSums() throws ExpressionException {
        assertThat(parse("8 - 4 * 2"))
                .isEqualTo(new Expression.Binary('-', whole(8), new Expression.Binary('*', whole(4), whole(2))));
        assertThat(parse("-4 * 2")).isEqualTo(new Expression.Binary('*', new Expression.Negation(whole(4)), whole(2)));
    }

    @Test
    void tellsMembersFromFunctions() throws ExpressionException {
        assertThat(parse("size()")).isEqualTo(path("size()"));
        assertThat(parse("size")).isEqualTo(path("size"));
        assertThat(parse("size(1)")).isEqualTo(new Expression.Call("size", List.of(whole(1))));
        assertThat(parse("a.size()")).isEqualTo(path("a", "size()"));
    }

    @Test
    void isReadFromAListUpToItsCommas() throws ExpressionException {
        assertThat(ExpressionReader.readList(Source.ofDimensions(" a, b + 1 ,max(1, 2), 4 ")))
                .extracting(Expression::text)
                .containsExactly("a", "b + 1", "max(1, 2)", "4");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a b      | 2 | should have an operator or a comma at position 3, not 'b'",
                "a +      | 3 | should have a number or a name at position 4, not the end",
                "a,       | 2 | should have a number or a name at position 3, not the end",
                "(a       | 2 | should have a closing parenthesis at position 3, not the end",
                "f(1 2)   | 4 | should have a closing parenthesis at position 5, not '2'",
                "a.b(1)   | 4 | should have a closing parenthesis, since only methods without parameters can be called "
                        + "at position 5, not '1'",
                "a.1      | 2 | should have a number or a name at position 3, not '1'",
                "a + % b  | 4 | should have a number or a name at position 5, not '%'",
                "a)       | 1 | should have an operator or a comma at position 2, not ')'",
                "\uD835\uDCB3 ? | 3 | should have an operator or a comma at position 3, not '?'",
                "a + \uD83D\uDE00 | 4 | should have a number or a name at position 5, not '\uD83D\uDE00'",
            })
    void saysWhatIsMissingAndWhere(String given, int offset, String problem) {
        assertThatThrownBy(() -> ExpressionReader.readList(Source.ofDimensions(given)))
                .isInstanceOfSatisfying(ExpressionException.class, mistake -> {
                    assertThat(mistake.id()).isEqualTo("DimensionSyntax");
                    assertThat(mistake.offset()).isEqualTo(offset);
                })
                .hasMessage("dims = \"" + given + "\" " + problem);
    }

    @Test
    void ofAFormulaHasNoCommas() {
        assertThatThrownBy(() -> ExpressionReader.read(new Source("std", "1, 2", "FormulaSyntax")))
                .isInstanceOfSatisfying(
                        ExpressionException.class,
                        mistake -> assertThat(mistake.id()).isEqualTo("FormulaSyntax"))
                .hasMessage("std = \"1, 2\" should have an operator at position 2, not ','");
    }

    @Test
    void isNotEmpty() {
        assertThatThrownBy(() -> parse("")).hasMessage("dims is empty; a scalar is @Shape({})");
        assertThatThrownBy(() -> parse("  ")).hasMessage("dims is empty; a scalar is @Shape({})");
        assertThatThrownBy(() -> ExpressionReader.read(new Source("std", "", "FormulaSyntax")))
                .hasMessage("std is empty; write an expression");
    }

    @Test
    void isNoElementOfAnArray() {
        assertThatThrownBy(() -> parse("2 * sizes[0]"))
                .isInstanceOfSatisfying(
                        ExpressionException.class,
                        mistake -> assertThat(mistake.offset()).isEqualTo(9))
                .hasMessage(
                        "dims = \"2 * sizes[0]\": an element of an array is no number here; return it from a method, and"
                                + " name that");
    }

    @Test
    void hasNumbersThatFitALong() throws ExpressionException {
        assertThat(parse("9223372036854775807")).isEqualTo(whole(Long.MAX_VALUE));
        assertThatThrownBy(() -> parse("1 + 9223372036854775808"))
                .isInstanceOfSatisfying(
                        ExpressionException.class,
                        mistake -> assertThat(mistake.offset()).isEqualTo(4))
                .hasMessage("\"9223372036854775808\" in dims is no number");
        assertThatThrownBy(() -> parse("3x")).hasMessage("\"3x\" in dims is no number");
    }

    private static Expression.Whole whole(long value) {
        return new Expression.Whole(value);
    }

    private static Expression.Path path(String... names) {
        return new Expression.Path(List.of(names));
    }

    private static Expression parse(String text) throws ExpressionException {
        return ExpressionReader.read(Source.ofDimensions(text));
    }
}
