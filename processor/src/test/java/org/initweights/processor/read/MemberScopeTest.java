package org.initweights.processor.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.initweights.processor.expression.ExpressionException;
import org.initweights.processor.expression.Scope;
import org.initweights.processor.expression.SizeVariable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The names in sizes and formulas are members of the model, and theirs. */
class MemberScopeTest {

    private final Compiled source = Compiled.of("a/Net.java", """
            package a;
            class Base { int inherited; }
            class Net extends Base {
                record Config(int hidden) {}
                static final int WIDTH = 8;
                static final long LARGE = 1L << 40;
                int hidden;
                long wide;
                short small;
                Integer boxed;
                double scale;
                String name;
                int[] sizes;
                Config config;
                boolean flag;
                private int secret;
                private int got;
                int getGot() { return got; }
                int count() { return 0; }
                int of(int i) { return i; }
                int loud() throws Exception { return 0; }
            }
            """);

    private final MemberScope scope = new MemberScope(
            source.type("a.Net"), source.elements(), source.types(), field -> false, new Mentions(source.elements()));

    @Test
    void knowsConstants() throws ExpressionException {
        assertThat(scope.lookUp(List.of("WIDTH"))).isEqualTo(new Scope.Known(8));
        assertThat(scope.lookUp(List.of("LARGE"))).isEqualTo(new Scope.Known(1L << 40));
        assertThat(scope.number(List.of("WIDTH")).known()).hasValue(8);
    }

    @ParameterizedTest
    @ValueSource(strings = {"hidden", "wide", "small", "boxed", "inherited", "got", "getGot()", "count()", "count"})
    void findsSizesOfEachModel(String name) throws ExpressionException {
        assertThat(scope.lookUp(List.of(name))).isInstanceOfSatisfying(Scope.Variable.class, found -> {
            assertThat(found.variable().written()).isEqualTo(name);
            assertThat(found.variable().isWhole()).isTrue();
        });
    }

    @Test
    void findsSizesOfItsObjects() throws ExpressionException {
        for (String member : List.of("hidden", "hidden()")) {
            Scope.Variable found = (Scope.Variable) scope.lookUp(List.of("config", member));
            assertThat(found.variable().written()).isEqualTo("config." + member);
        }
    }

    @Test
    void findsNumbersOfFormulas() throws ExpressionException {
        assertThat(scope.number(List.of("scale")).variables())
                .extracting(SizeVariable::isWhole)
                .containsExactly(false);
        assertThat(scope.number(List.of("hidden")).variables())
                .extracting(SizeVariable::isWhole)
                .containsExactly(true);
    }

    @ParameterizedTest
    @CsvSource({
        "scale, DimensionType",
        "name, DimensionType",
        "flag, DimensionType",
        "sizes.length, DimensionType",
        "hidden.size, DimensionType",
        "secret, Unreachable",
        "loud(), CheckedException",
        "hiden, UnknownDimension",
        "of(), UnknownDimension",
    })
    void refusesOtherSizes(String name, String id) {
        assertThatThrownBy(() -> scope.lookUp(List.of(name.split("\\."))))
                .isInstanceOfSatisfying(
                        ExpressionException.class,
                        refused -> assertThat(refused.id()).isEqualTo(id));
    }

    @Test
    void refusesFormulasOfWhatIsNoNumber() {
        assertThatThrownBy(() -> scope.number(List.of("name")))
                .isInstanceOfSatisfying(
                        ExpressionException.class,
                        refused -> assertThat(refused.id()).isEqualTo("FormulaType"))
                .hasMessageContaining("a formula needs numbers");
    }

    @Test
    void proposesTheNearestName() {
        assertThatThrownBy(() -> scope.lookUp(List.of("hiden"))).hasMessageContaining("did you mean \"hidden\"?");
    }
}
