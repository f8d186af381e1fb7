package org.initweights.processor.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.initweights.internal.expression.Operator;
import org.initweights.processor.expression.Dimension;
import org.initweights.processor.expression.Numbers;
import org.initweights.processor.expression.Term;
import org.initweights.processor.name.ClassRef;
import org.junit.jupiter.api.Test;

/** Each number of the model is read once, into a variable whose name hides nothing. */
class LocalsTest {

    private final Locals locals = new Locals(Set.of(), "parameters");

    @Test
    void readsANumberOnceIntoAVariableOfItsName() {
        assertThat(locals.of(Numbers.variable("hidden"))).isEqualTo("hidden");
        assertThat(locals.of(Numbers.variable("hidden"))).isEqualTo("hidden");
        assertThat(locals.of(Numbers.real("scale"))).isEqualTo("scale");
        assertThat(locals.definitions()).hasToString("long hidden = model.hidden;\ndouble scale = model.scale;\n");
    }

    @Test
    void checksWhatIsOnTheWayForNull() {
        assertThat(locals.of(Numbers.member("config", "hidden()"))).isEqualTo("configHidden");
        assertThat(locals.definitions())
                .hasToString("long configHidden = parameters.present(\"config\", model.config).hidden();\n");
    }

    @Test
    void readsAStaticNumberFromItsClass() {
        assertThat(locals.of(Numbers.constant(new ClassRef("home", List.of("Config")), "width")))
                .isEqualTo("ConfigWidth");
        assertThat(locals.definitions()).hasToString("long ConfigWidth = home.Config.width;\n");
    }

    @Test
    void hidesNothingThatTheMethodNames() {
        Locals crowded = new Locals(Set.of("model", "parameters", "Math"), "parameters");
        assertThat(crowded.model()).isEqualTo("model_");
        assertThat(crowded.parameters()).isEqualTo("parameters_");
        assertThat(crowded.collector()).isEqualTo("parameters_");
        assertThat(crowded.of(Numbers.variable("Math"))).isEqualTo("Math_");
        assertThat(crowded.of(Numbers.variable("parameters_"))).isEqualTo("parameters__");
        assertThat(crowded.definitions())
                .hasToString("long Math_ = model_.Math;\nlong parameters__ = model_.parameters_;\n");
    }

    @Test
    void namesNoVariableLikeAKeyword() {
        assertThat(locals.of(Numbers.member("a", "b"))).isEqualTo("aB");
        assertThat(locals.of(Numbers.variable("aB"))).isEqualTo("aB_");
        assertThat(new Locals(Set.of(), "ruled").collector()).isEqualTo("ruled");
    }

    @Test
    void computesASizeOnceForWhatNeedsItFirst() {
        Dimension twice = new Dimension(
                "2 * hidden",
                new Term.Binary(
                        Operator.TIMES,
                        new Term.Whole(2),
                        Numbers.size("hidden").term()));
        assertThat(locals.of(twice, "weight")).isEqualTo("size1");
        assertThat(locals.of(twice, "bias")).isEqualTo("size1");
        String code = locals.definitions().toString().replaceAll("\\s+", " ");
        assertThat(code)
                .isEqualTo("long hidden = model.hidden; long size1 = parameters.size(\"weight\", \"2 * hidden\", () ->"
                        + " java.lang.Math.multiplyExact(2, hidden), \"hidden\", hidden); ");
    }

    @Test
    void aVariableOfLambdasHasOneNameThatNoOtherVariableGets() {
        assertThat(locals.named("shape")).isEqualTo("shape");
        assertThat(locals.inner().named("shape")).isEqualTo("shape");
        assertThat(locals.of(Numbers.variable("shape"))).isEqualTo("shape_");
        assertThat(locals.inner().of(Numbers.variable("shape.inner"))).isEqualTo("shapeInner");
    }
}
