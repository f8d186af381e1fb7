package org.initweights.processor.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.initweights.FanMode.FAN_OUT;
import static org.initweights.Initializers.kaimingNormal;
import static org.initweights.Initializers.normal;
import static org.initweights.Initializers.ones;
import static org.initweights.Initializers.uniform;
import static org.initweights.Initializers.zeros;
import static org.initweights.Nonlinearity.RELU;

import java.util.Map;
import org.initweights.processor.expression.ExpressionException;
import org.initweights.processor.expression.FormulaReader;
import org.initweights.processor.expression.Numbers;
import org.initweights.processor.expression.Quantity;
import org.initweights.processor.expression.Source;
import org.initweights.processor.given.GivenModel;
import org.initweights.processor.given.GivenParameter;
import org.junit.jupiter.api.Test;

/** A table shows the distribution where it is certain, and else where it comes from. */
class DistributionTextTest {

    private final GivenParameter parameter = new GivenModel("Net").parameter("w");

    @Test
    void isThatOfAKnownShape() {
        parameter.shape(64, 3, 7, 7).init("@KaimingNormal(mode = FAN_OUT)", kaimingNormal(FAN_OUT, RELU));
        assertThat(text()).isEqualTo("N(0, 0.02525²)");
    }

    @Test
    void isThatOfAnyShapeIfNoSizeChangesIt() {
        parameter.shape("out", "in").init("@Normal(std = 0.02)", normal(0, 0.02));
        assertThat(text()).isEqualTo("N(0, 0.02²)");
    }

    @Test
    void isTheFormulaOfARuleThatDependsOnSizes() {
        parameter.shape("out", "in").init("@KaimingNormal", kaimingNormal());
        assertThat(text()).isEqualTo("std = gain(relu) √2 / √fan_in");
    }

    @Test
    void isCertainIfTheSizesThatMatterAreKnown() {
        parameter.shape("out", 50).init("@KaimingNormal", kaimingNormal());
        assertThat(text()).isEqualTo("N(0, 0.2²)");
    }

    @Test
    void isItsOwnClasssMatter() {
        parameter
                .shape("out")
                .init(
                        "@InitWith(Own.class)",
                        shape -> normal(0, (double) shape.size(0)).resolve(shape));
        assertThat(text()).isEqualTo("by its own class");
        parameter.unknown("@InitWith(Own.class)");
        assertThat(text()).isEqualTo("by Own");
    }

    @Test
    void isTheFormulaOfNumbersThatEachModelHas() throws ExpressionException {
        parameter.shape(4, 4);
        parameter.formula("@Normal", "normal", Map.of("mean", Quantity.of(0), "std", formula("0.02 / x")));
        assertThat(text()).isEqualTo("N(0, (0.02 / x)²)");
        parameter.formula("@Normal", "normal", Map.of("mean", formula("m + 1"), "std", formula("x")));
        assertThat(text()).isEqualTo("N(m + 1, x²)");
        parameter.formula(
                "@TruncNormal",
                "truncNormal",
                Map.of("mean", Quantity.of(0), "std", formula("x"), "a", formula("-2 * x"), "b", formula("2 * x")));
        assertThat(text()).isEqualTo("N(0, x²) on [-2 · x, 2 · x]");
        parameter.formula("@Uniform", "uniform", Map.of("a", formula("-x"), "b", formula("x")));
        assertThat(text()).isEqualTo("U[-x, x)");
        parameter.formula("@Constant", "constant", Map.of("value", formula("log(x)")));
        assertThat(text()).isEqualTo("log(x)");
        parameter.formula("@Orthogonal", "orthogonal", Map.of("gain", formula("sqrt(x)")));
        assertThat(text()).isEqualTo("gain = √x");
    }

    @Test
    void isOfEachSlice() {
        parameter.shape(8, 4).init("@Zeros", zeros()).slice(2, 4, "@Uniform", uniform(-1, 1));
        assertThat(text()).isEqualTo("0; rows 2 : 4: U(±1)");
    }

    @Test
    void isOfTheRowsOfASliceAlone() {
        parameter.shape(8, 50).onlySlices().slice(0, 2, "@KaimingNormal", kaimingNormal(FAN_OUT, RELU));
        assertThat(text()).endsWith(": N(0, 1²)");
        parameter.shape("rows", 50).slice("from", "rows", "@Ones", ones());
        assertThat(text()).endsWith("; rows from : rows: 1");
    }

    @Test
    void needsTheArgumentsOfTheDistribution() {
        parameter.shape(4).formula("@Normal", "normal", Map.of("std", Quantity.of(1)));
        assertThatThrownBy(this::text)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("no argument mean among [std]");
    }

    private static Quantity formula(String formula) throws ExpressionException {
        return new FormulaReader(path -> Quantity.of(Numbers.real(path.get(0))))
                .read(new Source("std", formula, "FormulaSyntax"));
    }

    private String text() {
        return DistributionText.of(parameter.spec());
    }
}
