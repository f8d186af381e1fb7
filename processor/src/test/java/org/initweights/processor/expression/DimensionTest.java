package org.initweights.processor.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.initweights.internal.expression.Operator;
import org.initweights.processor.name.MemberPath;
import org.junit.jupiter.api.Test;

/** Dimensions that are known are numbers; others keep their text and what computes them. */
class DimensionTest {

    private static final SizeVariable ROWS =
            new SizeVariable("rows", true, new MemberPath(Optional.empty(), List.of()));
    private static final Dimension UNKNOWN = new Dimension("rows", new Term.Variable(ROWS));

    @Test
    void addsToANumber() throws ExpressionException {
        assertThat(Dimension.of(3).plus(4)).isEqualTo(Dimension.of(7));
        assertThat(Dimension.of(3).plus(-4)).isEqualTo(Dimension.of(-1));
        assertThat(Dimension.of(3).plus(-4).text()).isEqualTo("-1");
        assertThat(Dimension.of(3).plus(4).size()).hasValue(7);
    }

    @Test
    void doesNotExceedALong() {
        assertThatThrownBy(() -> Dimension.of(Long.MAX_VALUE).plus(1))
                .isInstanceOf(ExpressionException.class)
                .hasMessage("9223372036854775807 + 1 exceeds a long");
    }

    @Test
    void addsToWhatIsNotKnown() throws ExpressionException {
        assertThat(UNKNOWN.plus(2))
                .isEqualTo(
                        new Dimension("rows + 2", new Term.Binary(Operator.PLUS, UNKNOWN.term(), new Term.Whole(2))));
        assertThat(UNKNOWN.plus(-2))
                .isEqualTo(
                        new Dimension("rows - 2", new Term.Binary(Operator.MINUS, UNKNOWN.term(), new Term.Whole(2))));
        assertThat(UNKNOWN.plus(0))
                .isEqualTo(
                        new Dimension("rows + 0", new Term.Binary(Operator.PLUS, UNKNOWN.term(), new Term.Whole(0))));
        assertThat(UNKNOWN.plus(2).size()).isEmpty();
        assertThat(UNKNOWN.plus(2).variables()).containsExactly(ROWS);
    }
}
