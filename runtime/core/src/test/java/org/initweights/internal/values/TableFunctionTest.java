package org.initweights.internal.values;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;
import static org.initweights.Initializers.table;

import org.initweights.InitializationException;
import org.initweights.TableFunction;
import org.initweights.TensorShape;
import org.initweights.Weights;
import org.junit.jupiter.api.Test;

/** Tables by a function of Java. */
class TableFunctionTest {

    private static TableFunctionFill fill(TableFunction function, long... dims) {
        return (TableFunctionFill) table(function).resolve(TensorShape.of(dims));
    }

    @Test
    void haveTheMomentsOfTheirElements() {
        TableFunctionFill fill = fill((i, shape) -> 3 + i[0] + 2 * i[1], 2, 3);
        assertThat(fill.mean()).isEqualTo(5.5);
        // Of 3, 5, 7, 4, 6, 8.
        assertThat(fill.std()).isCloseTo(Math.sqrt(17.5 / 6), within(1e-15));
        assertThat(fill.lower()).isEqualTo(3);
        assertThat(fill.upper()).isEqualTo(8);
        assertThat(fill).hasToString("table by a function");
    }

    /** It is slower than an expression, so fewer elements are asked of it before they are written. */
    @Test
    void areNotAskedForTheMomentsOfManyElements() {
        assertThat(fill((i, shape) -> i[0], 1 << 16).mean()).isEqualTo(((1 << 16) - 1) / 2.0);
        TableFunctionFill large = fill((i, shape) -> i[0], (1 << 16) + 1);
        assertThat(large.mean()).isNaN();
        assertThat(large.std()).isNaN();
        assertThat(large.lower()).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(large.upper()).isEqualTo(Double.POSITIVE_INFINITY);
    }

    @Test
    void areForTensorsOfTheirShape() {
        TableFunctionFill fill = fill((i, shape) -> 0, 2, 3);
        assertThat(fill.fits(6)).isTrue();
        assertThat(fill.fits(5)).isFalse();
        assertThat(fill.isConcurrent()).isFalse();
    }

    @Test
    void refuseWhatIsNoFiniteNumber() {
        Weights weights = Weights.of(w -> w.tensor("w", table((i, shape) -> i[1] == 2 ? 1.0 / i[0] : 1), 2, 3));
        assertThatExceptionOfType(InitializationException.class)
                .isThrownBy(() -> weights.initialize(1))
                .withMessage("w: table(…) is Infinity at [0, 2] of [2, 3]; return a finite number there [TableValue]");
    }
}
