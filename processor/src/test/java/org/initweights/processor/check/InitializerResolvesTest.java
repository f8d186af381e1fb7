package org.initweights.processor.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.initweights.Initializers.dirac;
import static org.initweights.Initializers.kaimingNormal;
import static org.initweights.processor.given.Reported.error;

import java.util.List;
import org.initweights.InitializationException;
import org.initweights.Initializer;
import org.initweights.TensorShape;
import org.initweights.processor.given.GivenModel;
import org.initweights.processor.given.GivenParameter;
import org.initweights.processor.given.Reported;
import org.junit.jupiter.api.Test;

/** What an initializer refuses is an error in the user's words, at the argument at fault. */
class InitializerResolvesTest {

    private final GivenModel net = new GivenModel("Net");

    @Test
    void acceptsWhatFits() {
        net.parameter("conv").shape(16, 4, 3, 3).init("@Dirac(groups = 2)", dirac(2));
        assertThat(findings()).isEmpty();
    }

    @Test
    void pointsAtTheArgumentThatTheUserGave() {
        net.parameter("conv")
                .shape(16, 4, 3, 3)
                .init("@Dirac(groups = 3)", dirac(3))
                .arguments("groups");
        assertThat(findings())
                .containsExactly(error(
                        "conv.initializer.groups",
                        "conv: @Dirac(groups = 3) needs the out channels to divide evenly, but [16, 4, 3, 3] has 16; use"
                                + " groups = 1, 2, 4, 8 or 16 [DiracGroups]"));
    }

    @Test
    void pointsAtTheInitializerIfNoArgumentIsAtFault() {
        net.parameter("bias").shape(64).init("@KaimingNormal", kaimingNormal()).arguments("mode");
        assertThat(findings()).singleElement().satisfies(refused -> {
            assertThat(refused.place()).isEqualTo("bias.initializer");
            assertThat(refused.message())
                    .startsWith("bias: @KaimingNormal needs a fan, and [64] has one dimension; use @Zeros, or")
                    .endsWith(" [FanRank]");
        });
    }

    @Test
    void namesTheSizesAsTheUserWroteThem() {
        net.parameter("bias").shape("hidden").init("@KaimingNormal", kaimingNormal());
        assertThat(findings())
                .singleElement()
                .satisfies(refused -> assertThat(refused.message()).contains("and [hidden] has one dimension"));
    }

    @Test
    void namesTheSizesOfTheWeightAsTheUserWroteThem() {
        GivenParameter weight = net.parameter("weight").shape("out");
        weight.init("@Zeros", shape -> {
            throw new InitializationException("WeightRank", "zeros()", null, "does not like " + shape);
        });
        net.parameter("bias")
                .shape(4, 4)
                .biasOf(weight, "@Own", refusing("WeightRank", "wants another weight than " + TensorShape.of(1)));
        assertThat(findings())
                .containsExactly(
                        error("weight.initializer", "weight: @Zeros does not like [out] [WeightRank]"),
                        error("bias.initializer", "bias: @Own wants another weight than [out] [WeightRank]"));
    }

    @Test
    void saysNothingOfSizesThatAreNotKnown() {
        net.parameter("conv").shape("out", 4, 3, 3).init("@Dirac(groups = 3)", dirac(3));
        assertThat(findings()).isEmpty();
    }

    private static Initializer refusing(String id, String problem) {
        return shape -> {
            throw new InitializationException(id, "own()", null, problem);
        };
    }

    private List<Reported> findings() {
        return net.findings(new InitializerResolves());
    }
}
