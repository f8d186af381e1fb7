package org.initweights.processor.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.initweights.Initializers.zeros;

import java.util.List;
import org.initweights.FanMode;
import org.initweights.Nonlinearity;
import org.initweights.processor.expression.Dimension;
import org.initweights.processor.expression.Numbers;
import org.initweights.processor.given.GivenModel;
import org.initweights.processor.name.ClassRef;
import org.junit.jupiter.api.Test;

/** A model has members, of which some are parameters. */
class ModelSpecTest {

    @Test
    void findsItsParametersAmongItsMembers() {
        GivenModel net = new GivenModel("Net").subModel("fc", "Linear");
        net.parameter("scale").shape(3).init("@Zeros", zeros());
        ModelSpec spec = net.spec();
        assertThat(spec.members()).extracting(Member::name).containsExactly("fc", "scale");
        assertThat(spec.parameters()).extracting(ParameterSpec::name).containsExactly("scale");
        assertThat(spec.parameter("scale")).isPresent();
        assertThat(spec.parameter("fc")).isEmpty();
        assertThat(spec.name()).isEqualTo(GivenModel.named("Net"));
        assertThat(spec.init()).isEqualTo(GivenModel.named("NetInit"));
    }

    @Test
    void isVisibleFromTheLesserOfTwoPlaces() {
        assertThat(Visibility.PUBLIC.and(Visibility.INTERNAL)).isEqualTo(Visibility.INTERNAL);
        assertThat(Visibility.HIDDEN.and(Visibility.PUBLIC)).isEqualTo(Visibility.HIDDEN);
        assertThat(Visibility.INTERNAL.and(Visibility.INTERNAL)).isEqualTo(Visibility.INTERNAL);
    }

    @Test
    void checksSizesByTheNumbersThatTheyNeed() {
        Dimension heads = Numbers.size("heads");
        Dimension width = Numbers.size("width");
        SizeCheckSpec division = new SizeCheckSpec.Division("heads", heads, "width", width);
        assertThat(division.sizes()).containsExactly(heads, width);
        assertThat(division.variables()).containsExactly(Numbers.variable("heads"), Numbers.variable("width"));
        assertThat(new SizeCheckSpec.Division("heads", heads, "heads", heads).variables())
                .containsExactly(Numbers.variable("heads"));
        assertThat(new SizeCheckSpec.Range("heads", heads, 1, 8).sizes()).containsExactly(heads);
    }

    @Test
    void namesConstantsOfThisLibraryByTheirEnum() {
        assertThat(InitializerCall.Argument.Constant.of(FanMode.FAN_OUT))
                .isEqualTo(new InitializerCall.Argument.Constant(
                        new ClassRef("org.initweights", List.of("FanMode")), "FAN_OUT"));
        // A constant with a body of its own is of a class of its own.
        assertThat(InitializerCall.Argument.Constant.of(Nonlinearity.LEAKY_RELU)
                        .type()
                        .simpleName())
                .isEqualTo("Nonlinearity");
    }
}
