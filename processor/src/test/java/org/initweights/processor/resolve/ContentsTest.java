package org.initweights.processor.resolve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.initweights.Initializers.zeros;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.initweights.processor.given.GivenModel;
import org.initweights.processor.model.RuleSpec;
import org.initweights.processor.model.SubModelSpec.Holder;
import org.initweights.processor.resolve.Contents.ModelRow;
import org.initweights.processor.resolve.Contents.Own;
import org.initweights.processor.resolve.Contents.ParameterRow;
import org.initweights.processor.resolve.Contents.Row;
import org.initweights.processor.resolve.Contents.Ruled;
import org.initweights.processor.resolve.Contents.Undecided;
import org.junit.jupiter.api.Test;

/** The parameters of a model and of its sub-models, under the names that they have in a {@code state_dict}. */
class ContentsTest {

    private final Map<String, GivenModel> models = new HashMap<>();

    @Test
    void listsItsOwnInOrder() {
        GivenModel net = model("Net");
        parameter(net, "weight", 4, 8);
        parameter(net, "bias", 4);
        assertThat(paths(net)).containsExactly("weight", "bias");
        assertThat(contents(net).total()).contains(36L);
    }

    @Test
    void listsThoseOfSubModelsWhereTheyAre() {
        parameter(model("Linear"), "weight", 4, 8);
        GivenModel net = model("Net");
        parameter(net, "first", 2);
        net.subModel("fc", "Linear");
        parameter(net, "last", 3);
        assertThat(paths(net)).containsExactly("first", "fc.weight", "last");
        assertThat(contents(net).total()).contains(37L);
    }

    @Test
    void listsWhatIsInheritedFirst() {
        GivenModel base = model("Base");
        parameter(base, "base", 5);
        GivenModel net = model("Net").inheriting(base);
        parameter(net, "own", 2);
        assertThat(paths(net)).containsExactly("base", "own");
        assertThat(contents(net).total()).contains(7L);
    }

    @Test
    void writesAStarForEveryIndexOrKey() {
        parameter(model("Linear"), "weight", 4);
        for (Holder holder : List.of(Holder.ARRAY, Holder.ITERABLE, Holder.MAP)) {
            GivenModel net = new GivenModel("Net").subModels("layers", "Linear", holder);
            assertThat(paths(net)).containsExactly("layers.*.weight");
            assertThat(contents(net).total()).isEmpty();
        }
    }

    @Test
    void knowsNoTotalOfSizesThatAreNotKnown() {
        GivenModel net = model("Net");
        parameter(net, "weight", "out", 8);
        parameter(net, "bias", 4);
        assertThat(contents(net).total()).isEmpty();
    }

    @Test
    void knowsNoTotalOfWhatMayNotBeThere() {
        parameter(model("Linear"), "weight", 4);
        GivenModel net = model("Net").optionalSubModel("fc", "Linear");
        assertThat(paths(net)).containsExactly("fc.weight");
        assertThat(contents(net).total()).isEmpty();
    }

    @Test
    void knowsNoTotalWhereTwoFieldsMayHoldOneObject() {
        parameter(model("Linear"), "weight", 4);
        GivenModel net = model("Net").subModel("a", "Linear").subModel("b", "Linear");
        assertThat(paths(net)).containsExactly("a.weight", "b.weight");
        assertThat(contents(net).total()).isEmpty();
    }

    @Test
    void pointsToAModelThatItDoesNotKnow() {
        GivenModel net = model("Net").subModel("fc", "Elsewhere");
        assertThat(contents(net).rows()).containsExactly(new ModelRow("fc.*", GivenModel.named("Elsewhere")));
        assertThat(contents(net).total()).isEmpty();
    }

    @Test
    void pointsToAModelThatHoldsItself() {
        GivenModel tree = model("Tree");
        parameter(tree, "weight", 4);
        tree.subModel("left", "Tree");
        assertThat(contents(tree).rows()).last().isEqualTo(new ModelRow("left.*", GivenModel.named("Tree")));
        GivenModel net = model("Net").subModel("tree", "Tree");
        assertThat(paths(net)).containsExactly("tree.weight", "tree.left.*");
        assertThat(contents(net).total()).isEmpty();
    }

    @Test
    void listsAnObjectOfASealedClassOnceForEachThatItMayBe() {
        parameter(model("Conv"), "kernel", 4);
        parameter(model("Linear"), "weight", 4);
        GivenModel layer = model("Layer").of("Conv", "Linear").isAbstract();
        parameter(layer, "nothing", 1);
        GivenModel net = model("Net").subModel("layer", "Layer");
        assertThat(paths(net)).containsExactly("layer.kernel", "layer.weight");
        assertThat(contents(net).rows())
                .extracting(row -> ((ParameterRow) row).owner())
                .containsExactly(Optional.of(GivenModel.named("Conv")), Optional.of(GivenModel.named("Linear")));
        assertThat(contents(net).total()).isEmpty();
    }

    @Test
    void listsTheSealedClassItselfIfItIsAClass() {
        parameter(model("Conv"), "kernel", 4);
        GivenModel layer = model("Layer").of("Conv");
        parameter(layer, "scale", 1);
        assertThat(paths(model("Net").subModel("layer", "Layer"))).containsExactly("layer.kernel", "layer.scale");
    }

    @Test
    void pointsToAlternativesThatItDoesNotKnowOrThatHoldIt() {
        model("Layer").of("Elsewhere", "Net").isAbstract();
        GivenModel net = model("Net").subModel("layer", "Layer");
        assertThat(contents(net).rows())
                .containsExactly(
                        new ModelRow("layer.*", GivenModel.named("Elsewhere")),
                        new ModelRow("layer.*", GivenModel.named("Net")));
    }

    @Test
    void aParameterHasItsOwnInitializerUnlessARuleWins() {
        parameter(model("Linear"), "weight", 4);
        GivenModel net =
                model("Net").subModel("a", "Linear").subModel("b", "Linear").subModel("c", "Linear");
        RuleSpec rule = net.rule("@InitRule", List.of("b.weight"), List.of("c.weight"));
        assertThat(rulings(net)).containsExactly(new Own(), new Ruled(rule), new Undecided());
    }

    @Test
    void theOutermostRuleWins() {
        GivenModel linear = model("Linear");
        parameter(linear, "weight", 4);
        linear.rule("@Innermost", List.of("weight"), List.of());
        GivenModel block = model("Block").subModel("fc", "Linear").subModel("proj", "Linear");
        RuleSpec inner = block.rule("@Inner", List.of("fc.weight", "proj.weight"), List.of());
        GivenModel net = model("Net").subModel("block", "Block");
        RuleSpec outer = net.rule("@Outer", List.of("block.fc.weight"), List.of());
        assertThat(rulings(net)).containsExactly(new Ruled(outer), new Ruled(inner));
        assertThat(rulings(block)).containsExactly(new Ruled(inner), new Ruled(inner));
    }

    @Test
    void theRulesOfASuperclassAreForItsOwnPart() {
        GivenModel base = model("Base");
        parameter(base, "weight", 4);
        RuleSpec rule = base.rule("@InitRule", List.of("weight"), List.of());
        GivenModel net = model("Net").inheriting(base);
        parameter(net, "bias", 4);
        assertThat(rulings(net)).containsExactly(new Ruled(rule), new Own());
    }

    @Test
    void ofSeveralClassesItIsNotDecidedWhetherARuleWins() {
        parameter(model("Conv"), "weight", 4);
        parameter(model("Linear"), "weight", 4);
        model("Layer").of("Conv", "Linear").isAbstract();
        GivenModel net = model("Net").subModel("layer", "Layer");
        assertThat(rulings(net)).containsExactly(new Own(), new Own());
        net.rule("@InitRule", List.of("layer.weight"), List.of());
        assertThat(rulings(net)).containsExactly(new Undecided(), new Undecided());
    }

    @Test
    void listsFourHundredParametersButNotMore() {
        GivenModel block = model("Block");
        for (int i = 0; i < 200; i++) {
            parameter(block, "p" + i, 2);
        }
        GivenModel other = model("Other");
        for (int i = 0; i < 200; i++) {
            parameter(other, "q" + i, 3);
        }
        GivenModel net = model("Net").subModel("block", "Block").subModel("other", "Other");
        assertThat(paths(net)).hasSize(400).contains("block.p199", "other.q199");
        assertThat(contents(net).total()).contains(1000L);
        parameter(net, "bias", 7);
        assertThat(contents(net).rows()).extracting(Row::path).containsExactly("block.*", "other.*", "bias");
        assertThat(contents(net).total()).contains(1007L);
    }

    @Test
    void countsWhatComesAfterTheLastThatIsListed() {
        GivenModel block = model("Block");
        for (int i = 0; i < 400; i++) {
            parameter(block, "p" + i, 2);
        }
        parameter(model("Head"), "weight", 5);
        GivenModel net = model("Net").subModel("block", "Block").subModel("head", "Head");
        assertThat(paths(net)).containsExactly("block.*", "head.*");
        assertThat(contents(net).total()).contains(805L);
    }

    @Test
    void stopsWalkingWhereNobodyReadsOn() {
        GivenModel block = model("Block");
        for (int i = 0; i < 401; i++) {
            parameter(block, "p" + i, 2);
        }
        parameter(model("Head"), "weight", 5);
        GivenModel net = model("Net").subModel("block", "Block").subModel("head", "Head");
        assertThat(paths(net)).containsExactly("block.*", "head.*");
        assertThat(contents(net).total()).isEmpty();
    }

    private GivenModel model(String name) {
        return models.computeIfAbsent(name, GivenModel::new);
    }

    private static void parameter(GivenModel model, String name, Object... sizes) {
        model.parameter(name).shape(sizes).init("@Zeros", zeros());
    }

    private Contents contents(GivenModel model) {
        return Contents.of(
                model.spec(),
                name -> Optional.ofNullable(models.get(name.simpleName())).map(GivenModel::spec));
    }

    private List<String> paths(GivenModel model) {
        return contents(model).rows().stream().map(Row::path).toList();
    }

    private List<Contents.Ruling> rulings(GivenModel model) {
        return contents(model).rows().stream()
                .map(row -> ((ParameterRow) row).ruling())
                .toList();
    }
}
