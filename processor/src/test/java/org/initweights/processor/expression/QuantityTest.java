package org.initweights.processor.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.initweights.processor.expression.Numbers.real;
import static org.initweights.processor.expression.Numbers.size;
import static org.initweights.processor.expression.Numbers.variable;

import java.util.List;
import org.initweights.internal.expression.Operator;
import org.junit.jupiter.api.Test;

/** Quantities are known numbers, numbers of a model, numbers of a shape, or computed from them. */
class QuantityTest {

    @Test
    void ofANumberIsThatNumber() {
        assertThat(Quantity.of(0.5)).isEqualTo(new Quantity("0.5", new Term.Real(0.5)));
        assertThat(Quantity.of(0.5).known()).hasValue(0.5);
    }

    @Test
    void ofTheModelHasItsName() {
        assertThat(Quantity.of(real("std"))).isEqualTo(new Quantity("std", new Term.Variable(real("std"))));
        assertThat(Quantity.of(real("std")).variables()).containsExactly(real("std"));
        assertThat(Quantity.of(real("std")).known()).isEmpty();
    }

    @Test
    void ofAShapeIsKnownOnlyWithTheShape() {
        Quantity fan = Quantity.of(ShapeProperty.FAN_IN);
        assertThat(fan.term()).isEqualTo(new Term.OfShape(ShapeProperty.FAN_IN));
        assertThat(fan.term().looksAtShape()).isTrue();
        assertThat(fan.known()).isEmpty();
    }

    @Test
    void ofADimensionIsItsSizeIfThatIsKnown() {
        assertThat(Quantity.of(Dimension.of(12)).known()).hasValue(12);
        Quantity unknown = Quantity.of(size("hidden"));
        assertThat(unknown).isEqualTo(new Quantity("hidden", new Term.Size(size("hidden"))));
        assertThat(unknown.known()).isEmpty();
        assertThat(unknown.variables()).containsExactly(variable("hidden"));
    }

    @Test
    void looksAtAShapeIfAnyPartDoes() {
        Quantity fan = Quantity.of(ShapeProperty.FAN_OUT);
        Quantity std = Quantity.of(real("std"));
        assertThat(Quantity.product(List.of(std, std)).term().looksAtShape()).isFalse();
        assertThat(Quantity.product(List.of(std, fan)).term().looksAtShape()).isTrue();
        assertThat(new Term.Negation(fan.term()).looksAtShape()).isTrue();
        assertThat(new Term.Size(size("hidden")).looksAtShape()).isFalse();
    }

    @Test
    void namesEachNumberOfTheModelOnceInTheOrderOfReading() {
        Quantity a = Quantity.of(real("a"));
        Quantity b = Quantity.of(real("b"));
        assertThat(Quantity.product(List.of(b, a, b)).variables()).containsExactly(real("b"), real("a"));
    }

    @Test
    void isWholeIfItIsAnIntegerForCertain() {
        Term whole = new Term.Variable(variable("n"));
        Term fraction = new Term.Variable(real("x"));
        assertThat(new Term.Whole(3).isWhole()).isTrue();
        assertThat(new Term.Real(3).isWhole()).isTrue();
        assertThat(new Term.Real(3.5).isWhole()).isFalse();
        assertThat(whole.isWhole()).isTrue();
        assertThat(fraction.isWhole()).isFalse();
        assertThat(new Term.OfShape(ShapeProperty.ROWS).isWhole()).isTrue();
        assertThat(new Term.Size(size("n")).isWhole()).isTrue();
        assertThat(new Term.Negation(whole).isWhole()).isTrue();
        assertThat(new Term.Negation(fraction).isWhole()).isFalse();
        assertThat(new Term.Binary(Operator.PLUS, whole, whole).isWhole()).isTrue();
        assertThat(new Term.Binary(Operator.PLUS, whole, fraction).isWhole()).isFalse();
        assertThat(new Term.Binary(Operator.PLUS, fraction, whole).isWhole()).isFalse();
    }
}
