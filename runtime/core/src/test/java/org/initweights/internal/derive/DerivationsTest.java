package org.initweights.internal.derive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.initweights.Initializers.normal;
import static org.initweights.Initializers.weightNormGain;
import static org.initweights.Initializers.zeros;

import java.util.List;
import org.initweights.Parameter;
import org.initweights.Weights;
import org.junit.jupiter.api.Test;

/** What starts from what, in which order, and what cannot. */
class DerivationsTest {

    private static List<String> names(List<Parameter> parameters) {
        return parameters.stream().map(Parameter::name).toList();
    }

    /** The last of three is written first, since the second needs it, and the first needs the second. */
    @Test
    void whatStartsFromAnotherComesAfterItHoweverTheyAreDeclared() {
        Weights weights = Weights.of(w -> w.tensor("a", weightNormGain("b", -1))
                .tensor("b", weightNormGain("c", -1))
                .tensor("c", weightNormGain("d", -1))
                .tensor("d", normal(), 3));
        Derivations derivations = Derivations.among(weights.parameters());
        assertThat(names(derivations.derived())).containsExactly("c", "b", "a");
        assertThat(names(derivations.independent())).containsExactly("d");
    }

    @Test
    void aTiedTensorIsFoundByEachOfItsNames() {
        Weights weights = Weights.of(
                w -> w.tensor("wte", normal(), 3, 4).tie("lm_head", "wte").tensor("g", weightNormGain("lm_head"), 3));
        Derivations derivations = Derivations.among(weights.parameters());
        assertThat(derivations.source(weights.get("g")).map(Parameter::name)).contains("wte");
    }

    /** Parameters of two models may have been put together, whose other names nobody has compared. */
    @Test
    void aNameCountsBeforeTheOtherNamesOfOthers() {
        Weights tied = Weights.of(w -> w.tensor("wte", normal(), 5, 4).tie("v", "wte"));
        Weights weights = Weights.of(w -> w.tensor("v", normal(), 3, 4).tensor("g", weightNormGain("v"), 3));
        Derivations derivations = Derivations.among(List.of(tied.get("wte"), weights.get("v"), weights.get("g")));
        assertThat(derivations.source(weights.get("g"))).contains(weights.get("v"));
    }

    /** Rules give parameters that no model has seen together. */
    @Test
    void whatDoesNotFitIsRefusedWhereverItIsAsked() {
        Weights weights = Weights.of(w -> w.tensor("v", normal(), 4, 2).tensor("g", zeros(), 3));
        Derivations derivations =
                Derivations.among(List.of(weights.get("v"), weights.get("g").with(weightNormGain("v"))));
        for (Runnable question : List.<Runnable>of(derivations::check, derivations::followed)) {
            assertThatIllegalArgumentException()
                    .isThrownBy(question::run)
                    .withMessageStartingWith("g: ")
                    .withMessageContaining("[3] is not their shape");
        }
    }
}
