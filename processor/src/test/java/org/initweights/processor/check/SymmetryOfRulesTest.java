package org.initweights.processor.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.initweights.Initializers.normal;
import static org.initweights.Initializers.ones;
import static org.initweights.Initializers.zeros;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.initweights.processor.given.GivenModel;
import org.initweights.processor.given.Reported;
import org.initweights.processor.model.ModelSpec;
import org.initweights.processor.name.ClassRef;
import org.initweights.processor.resolve.Contents;
import org.junit.jupiter.api.Test;

/** A rule that makes a matrix of a sub-model constant is told so, once. */
class SymmetryOfRulesTest {

    private final GivenModel linear = new GivenModel("Linear");
    private final GivenModel net = new GivenModel("Net").subModel("a", "Linear").subModel("b", "Linear");
    private final Map<ClassRef, GivenModel> models = Map.of(GivenModel.named("Linear"), linear);

    @Test
    void warnsOfTheFirstMatrixThatItWinsFor() {
        linear.parameter("weight").shape(4, 5).init("@Normal", normal(0, 1));
        net.rule("@Ruled", zeros(), "a.weight", "b.weight");
        assertThat(findings()).singleElement().satisfies(warned -> {
            assertThat(warned.place()).isEqualTo("@Ruled.initializer");
            assertThat(warned.message()).startsWith("@Ruled: for a.weight ").endsWith("[Symmetry]");
        });
    }

    @Test
    void warnsOfEachRule() {
        linear.parameter("weight").shape(4, 5).init("@Normal", normal(0, 1));
        net.rule("@First", zeros(), "a.weight");
        net.rule("@Second", ones(), "b.weight");
        assertThat(findings()).extracting(Reported::place).containsExactly("@First.initializer", "@Second.initializer");
    }

    @Test
    void acceptsVectorsAndWhatIsDrawnAndWhatNoRuleWins() {
        linear.parameter("scale").shape(4).init("@Normal", normal(0, 1));
        linear.parameter("weight").shape(4, 5).init("@Zeros", zeros());
        net.rule("@Ruled", zeros(), "a.scale");
        net.rule("@Drawn", normal(0, 1), "a.weight");
        assertThat(findings()).isEmpty();
    }

    @Test
    void looksAtTheOtherFactorOfTheSameSubModelAsItsRuleMakesIt() {
        linear.parameter("loraA").shape(4, 4).init("@Zeros", zeros());
        linear.parameter("loraB").shape(4, 4).init("@Normal", normal(0, 1));
        net.rule("@Ruled", zeros(), "a.loraA");
        assertThat(findings()).isEmpty();
        net.rule("@Other", ones(), "a.loraB");
        assertThat(findings()).extracting(Reported::place).containsExactly("@Ruled.initializer", "@Other.initializer");
    }

    @Test
    void doesNotLookAtTheFactorsOfOtherSubModels() {
        linear.parameter("loraA").shape(4, 4).init("@Zeros", zeros());
        net.parameter("loraB").shape(4, 4).init("@Normal", normal(0, 1));
        net.rule("@Ruled", zeros(), "a.loraA");
        assertThat(findings()).hasSize(1);
    }

    private List<Reported> findings() {
        ModelSpec spec = net.spec();
        Contents contents =
                Contents.of(spec, name -> Optional.ofNullable(models.get(name)).map(GivenModel::spec));
        return net.findings((model, findings) -> MatrixIsNotConstant.checkRules(spec, contents, findings));
    }
}
