package org.initweights.internal.files.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.ByteBuffer;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.initweights.DType;
import org.initweights.InitializationException;
import org.initweights.Initializers;
import org.initweights.RandomSource;
import org.initweights.TensorShape;
import org.initweights.Weights;
import org.initweights.internal.fill.ConstantFill;
import org.initweights.internal.fill.EyeFill;
import org.junit.jupiter.api.Test;

class PlannedParameterTest {

    private final PlannedParameter planned =
            PlannedParameter.of("fc.weight", TensorShape.of(3, 4), DType.BF16, Initializers.eye());

    @Test
    void saysAllThatDecidesWhatIsWritten() {
        assertThat(planned.name()).isEqualTo("fc.weight");
        assertThat(planned.elements()).isEqualTo(12);
        assertThat(planned.fill()).isInstanceOf(EyeFill.class);
        assertThat(PlannedParameter.of(planned)).isEqualTo(planned);
        assertThat(PlannedParameter.of(
                        Weights.of(builder -> builder.tensor("fc.weight", DType.BF16, Initializers.eye(), 3, 4))
                                .get("fc.weight")))
                .as("as one that is built")
                .isEqualTo(planned);
    }

    @Test
    void isALineOfItsNameItsShapeAndHowItStarts() {
        assertThat(PlannedParameter.of("conv", TensorShape.of(64, 3), DType.F32, Initializers.normal(0, 0.5)))
                .hasToString("conv [64, 3] N(0, 0.5²)");
    }

    @Test
    void keepsItsNamesIfItStartsOtherwise() {
        PlannedParameter tied = planned.named(List.of("fc.weight", "head.weight"));

        assertThat(tied.with(Initializers.zeros()).names()).containsExactly("fc.weight", "head.weight");
        assertThat(tied.with(Initializers.zeros()).fill()).isEqualTo(new ConstantFill(0));
        assertThat(tied.fill()).as("it is another one").isInstanceOf(EyeFill.class);
    }

    @Test
    void refusesWhatDoesNotFitByItsName() {
        assertThatExceptionOfType(InitializationException.class)
                .isThrownBy(() -> PlannedParameter.of("fc.bias", TensorShape.of(3), DType.F32, Initializers.eye()))
                .withMessageStartingWith("fc.bias");
        assertThatExceptionOfType(InitializationException.class)
                .isThrownBy(() -> planned.with(Initializers.dirac()))
                .withMessageStartingWith("fc.weight");
    }

    @Test
    void refusesNamesThatNoFileCanHave() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> planned.named(List.of("")))
                .withMessage("the name of a parameter is empty");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> planned.named(List.of("a", "__metadata__")))
                .withMessage("a safetensors file cannot have a tensor named __metadata__");
    }

    @Test
    void hasNoElements() {
        withoutElements(() -> planned.get(0));
        withoutElements(() -> planned.encode(0, 1, ByteBuffer.allocate(2)));
        withoutElements(() -> planned.decode(0, 1, ByteBuffer.allocate(2)));
        withoutElements(() -> planned.initialize(RandomSource.seeded(1)));
    }

    private static void withoutElements(ThrowingCallable call) {
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(call)
                .withMessage("fc.weight is planned, and has no elements; Plan.initialize writes them to a file");
    }
}
