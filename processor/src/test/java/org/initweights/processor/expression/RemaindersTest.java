package org.initweights.processor.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Optional;
import org.initweights.internal.expression.Operator;
import org.initweights.processor.name.MemberPath;
import org.junit.jupiter.api.Test;

/** Sizes that are known are computed: exactly, or rounded where a reader or {@code floor} says so. */
class RemaindersTest {

    private static final SizeVariable UNKNOWN =
            new SizeVariable("n", true, new MemberPath(Optional.empty(), List.of()));

    private static final Scope SCOPE =
            path -> path.equals(List.of("n")) ? new Scope.Variable(UNKNOWN) : new Scope.Known(100);

    private static Dimension read(DimensionReader reader, String text) throws ExpressionException {
        return reader.read(new Source("dims", text, "DimensionSyntax"));
    }

    @Test
    void refusesARemainderThatIsKnown() {
        assertThatExceptionOfType(ExpressionException.class)
                .isThrownBy(() -> read(DimensionReader.exact(SCOPE), "EMBED / 12"))
                .withMessage(
                        "EMBED / 12 is 100 / 12, which leaves 4; write floor(EMBED / 12) if it may be rounded down")
                .extracting(ExpressionException::id)
                .isEqualTo("Remainder");
    }

    @Test
    void roundsWhereThatIsSaid() throws ExpressionException {
        assertThat(read(DimensionReader.exact(SCOPE), "floor(EMBED / 12)").size())
                .hasValue(8);
        assertThat(read(DimensionReader.exact(SCOPE), "floor(-EMBED / 12)").size())
                .hasValue(-9);
        assertThat(read(DimensionReader.rounding(SCOPE), "-EMBED / 12").size()).hasValue(-8);
        assertThat(read(DimensionReader.exact(SCOPE), "EMBED / 4 / 5").size()).hasValue(5);
    }

    @Test
    void keepsTheDivisionOfWhatIsNotKnown() throws ExpressionException {
        assertThat(read(DimensionReader.exact(SCOPE), "n / 4").term())
                .isEqualTo(new Term.Binary(Operator.EXACTLY_DIVIDED_BY, new Term.Variable(UNKNOWN), new Term.Whole(4)));
        assertThat(read(DimensionReader.exact(SCOPE), "floor(n / 4)").text()).isEqualTo("floor(n / 4)");
    }

    @Test
    void readsPathsThatAreConditions() throws ExpressionException {
        assertThat(PathReader.read(new Source("onlyIf", " config . bias() ", "ConditionSyntax")))
                .containsExactly("config", "bias()");
        assertThatExceptionOfType(ExpressionException.class)
                .isThrownBy(() -> PathReader.read(new Source("onlyIf", "n - 1", "ConditionSyntax")));
    }
}
