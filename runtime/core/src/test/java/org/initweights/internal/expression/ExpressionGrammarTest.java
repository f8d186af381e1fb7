package org.initweights.internal.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpressionGrammarTest {

    private final Written written = new Written();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1+2*3-4/5|((1+(2*3))-(4/5))",
                "(1 + 2) * 3|((1+2)*3)",
                "- - a * -b|(--a*-b)",
                "-(a-1)|-(a-1)",
                "a - -1|(a--1)",
                "a . b . c() + d()|(a.b.c()+d())",
                "min( a , b+1 )*2|(min[a, (b+1)]*2)",
                "f(g(x))|f[g[x]]",
                "größe_1+$x|(größe_1+$x)",
            })
    void bindsAsJavaDoes(String text, String expected) throws Written.Mistake {
        assertThat(ExpressionGrammar.one(text, written)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "1_000, 1000",
        "9223372036854775807, 9223372036854775807",
        "1.5, 1.5=1.5",
        ".5, .5=0.5",
        "1e3, 1e3=1000.0",
        "1e-3, 1e-3=0.001",
        "2E+1, 2E+1=20.0",
        "1e-3-2, (1e-3=0.001-2)",
        "1e1+2, (1e1=10.0+2)",
        "12-3, (12-3)",
        "12+3, (12+3)",
        "1_0.5, 10.5=10.5",
    })
    void readsNumbers(String text, String expected) throws Written.Mistake {
        assertThat(ExpressionGrammar.one(text, written)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "9223372036854775808, no number at 0: 9223372036854775808",
        "2*1x, no number at 2: 1x",
        "1e-, no number at 0: 1e-",
        "'1 + 1.2.3', no number at 4: 1.2.3",
        "'', at 0: a number or a name",
        "'1 +  ', at 5: a number or a name",
        "1+*, at 2: a number or a name",
        "'1  2', at 3: an operator",
        "'a )', at 2: an operator",
        "'(1+2  ', at 6: a closing parenthesis",
        "'f(1, 2  ', at 8: a closing parenthesis",
        "'(1,2)', at 2: a closing parenthesis",
        "'a.b(  1)', 'at 6: a closing parenthesis, since only methods without parameters can be called'",
        "a.1, at 2: a number or a name",
        "'1, 2', at 1: an operator",
        "'1 < 2', at 2: an operator",
        "'a ? 1 : 2', at 2: an operator",
    })
    void saysWhatIsWrongAndWhere(String text, String message) {
        assertThatExceptionOfType(Written.Mistake.class)
                .isThrownBy(() -> ExpressionGrammar.one(text, written))
                .withMessage(message);
    }

    @Test
    void readsListsToTheirEnd() throws Written.Mistake {
        assertThat(ExpressionGrammar.list("out , in / 2, f(1, 2),3", written))
                .containsExactly("out", "(in/2)", "f[1, 2]", "3");
        assertThat(ExpressionGrammar.list("8", written)).containsExactly("8");
        assertThatExceptionOfType(Written.Mistake.class)
                .isThrownBy(() -> ExpressionGrammar.list("1, 2 )", written))
                .withMessage("at 5: an operator or a comma");
        assertThatExceptionOfType(Written.Mistake.class)
                .isThrownBy(() -> ExpressionGrammar.list("1, ", written))
                .withMessage("at 3: a number or a name");
    }

    /** Of each expression of a list anew. */
    @Test
    void countsOperators() throws Written.Mistake {
        ExpressionGrammar.list("1+2*-3-4/5, f(1, 2)*2", written);
        assertThat(written.operators()).containsExactly(1, 2, 3, 4, 1);
    }

    /** Whether what is inside is a sum or the arguments of a call; what is closed does not count any more. */
    @Test
    void countsHowDeepItIs() throws Written.Mistake {
        ExpressionGrammar.one("((a)) + (b) * f(c, (d)) - e() - g(h)", written);
        assertThat(written.depths()).containsExactly("1/0", "2/0", "1/0", "1/0", "2/0", "1/0");
    }

    @Test
    void countsSignsBeforeAPlaceAndAroundIt() throws Written.Mistake {
        ExpressionGrammar.one("--(-a * (b)) - -c", written);
        assertThat(written.depths()).containsExactly("0/1", "0/2", "1/2", "1/3", "2/2", "0/1");
    }

    /** Comparisons bind less than sums, choices less than comparisons, and choices lean to the right, as in Java. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a < b + 1 ? c : d|((a<(b+1))?c:d)",
                "a - 1 <= b ? -c : d * 2|(((a-1)<=b)?-c:(d*2))",
                "a >= b ? c : d > e ? f : g|((a>=b)?c:((d>e)?f:g))",
                "a == b ? c != d ? e : f : g|((a==b)?((c!=d)?e:f):g)",
                "(a ? b : c) * 2|((a?b:c)*2)",
                "f(a < b, c ? d : e)|f[(a<b), (c?d:e)]",
                "a < b|(a<b)",
                "a + 1|(a+1)",
            })
    void comparesAndChoosesAsJavaDoes(String text, String expected) throws Written.Mistake {
        assertThat(ExpressionGrammar.one(text, new WrittenChoices())).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "'a ? b', 'at 5: a colon, as in a < b ? c : d'",
        "'a < b ? c  d', 'at 11: a colon, as in a < b ? c : d'",
        "'a < b < c', at 6: an operator",
        "'a < ', at 4: a number or a name",
        "'a ? b : ', at 8: a number or a name",
        "'a = b', at 2: an operator",
    })
    void saysWhatIsWrongWithAChoice(String text, String message) {
        assertThatExceptionOfType(Written.Mistake.class)
                .isThrownBy(() -> ExpressionGrammar.one(text, new WrittenChoices()))
                .withMessage(message);
    }

    /** A choice is a level, as a parenthesis is, and a relation or a question mark is an operator. */
    @Test
    void countsChoices() throws Written.Mistake {
        WrittenChoices choices = new WrittenChoices();
        ExpressionGrammar.one("a < 1 ? b ? 1 : 2 : (c) != -1", choices);
        assertThat(choices.operators()).containsExactly(1, 2, 3, 4);
        assertThat(choices.depths()).containsExactly("1/0", "2/0", "2/0", "1/1");
        WrittenChoices after = new WrittenChoices();
        ExpressionGrammar.one("f(a ? b : c, (d))", after);
        assertThat(after.depths()).containsExactly("1/0", "2/0", "2/0");
    }

    /** Names and calls are where their first letter is, operators where they are themselves, and signs in a row where the first one is. */
    @Test
    void tellsWhereEachThingIs() throws Written.Mistake {
        ExpressionGrammar.one("  a  +  -f( b . c() , 2 )  *  d /  e - - - g", written);
        assertThat(written.places())
                .containsExactly(
                        "a@2",
                        "b.c()@12",
                        "2@22",
                        "f@9",
                        "sign@8",
                        "d@30",
                        "*@27",
                        "e@35",
                        "/@32",
                        "+@5",
                        "g@43",
                        "sign@39",
                        "sign@39",
                        "-@37");
    }

    @Test
    void tellsWhereComparisonsAndChoicesAre() throws Written.Mistake {
        WrittenChoices choices = new WrittenChoices();
        ExpressionGrammar.one("a  <=  b  ?  1  :  c  ?  2  :  3", choices);
        assertThat(choices.places())
                .containsExactly("a@0", "b@7", "<=@3", "1@13", "c@19", "2@25", "3@31", "?@22", "?@10");
    }

    /** What is nested too deep, or is one operator too many, can be refused at its place. */
    @Test
    void tellsWhereItIsThatItAsksFor() throws Written.Mistake {
        WrittenChoices choices = new WrittenChoices();
        ExpressionGrammar.one(" ( - - a )  /  f  (  1.5 )  <  b  ?  c  :  g()", choices);
        assertThat(choices.checked())
                .containsExactly(
                        "depth@1",
                        "depth@3",
                        "depth@5",
                        "operator@12",
                        "depth@18",
                        "operator@28",
                        "operator@34",
                        "depth@34");
        assertThat(choices.places()).contains("1.5@21", "f@15");
    }
}
