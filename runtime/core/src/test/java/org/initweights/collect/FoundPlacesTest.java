package org.initweights.collect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.initweights.Initializers.ones;
import static org.initweights.Initializers.zeros;

import java.util.List;
import java.util.function.BiConsumer;
import org.initweights.Parameter;
import org.initweights.Parameters;
import org.initweights.TensorShape;
import org.junit.jupiter.api.Test;

/** The names of parameters whose models are in several places. */
class FoundPlacesTest {

    private static final TensorShape SHAPE = TensorShape.of(2);

    /** A model with a weight, and sub-models. */
    private static final class Node {

        float[] weight = new float[2];
        List<Node> children = List.of();

        Node(Node... children) {
            this.children = List.of(children);
        }

        void collect(ParameterCollector parameters) {
            parameters.add("weight", TensorType.FLOATS, weight, SHAPE, ones());
            for (int i = 0; i < children.size(); i++) {
                parameters.visit("c" + i, children.get(i), Node::collect);
            }
        }
    }

    private static List<List<String>> names(Node model) {
        return ParameterCollector.collect(model, Node::collect).stream()
                .map(Parameter::names)
                .toList();
    }

    @Test
    void nameAModelByEveryPlace() {
        Node shared = new Node();

        assertThat(names(new Node(shared, new Node(shared), shared)))
                .containsExactly(
                        List.of("weight"), List.of("c0.weight", "c1.c0.weight", "c2.weight"), List.of("c1.weight"));
    }

    @Test
    void nameWhatIsInAModelByEveryPlace() {
        Node leaf = new Node();
        Node branch = new Node(leaf);

        assertThat(names(new Node(leaf, branch, branch)))
                .containsExactly(
                        List.of("weight"),
                        List.of("c0.weight", "c1.c0.weight", "c2.c0.weight"),
                        List.of("c1.weight", "c2.weight"));
    }

    @Test
    void nameSharedArraysInSharedModels() {
        Node tied = new Node();
        Node other = new Node();
        other.weight = tied.weight;

        assertThat(names(new Node(tied, other, other)))
                .containsExactly(List.of("weight"), List.of("c0.weight", "c1.weight", "c2.weight"));
    }

    @Test
    void doNotGoRoundInCircles() {
        Node root = new Node();
        Node child = new Node();
        child.children = List.of(root, child);
        root.children = List.of(child, child, root);

        assertThat(names(root)).containsExactly(List.of("weight"), List.of("c0.weight", "c1.weight"));
    }

    @Test
    void endWhereThereAreTooMany() {
        Node model = new Node();
        for (int level = 0; level < 200; level++) {
            model = new Node(model, model);
        }

        List<List<String>> names = names(model);

        assertThat(names).hasSize(201);
        assertThat(names.get(1)).containsExactly("c0.weight", "c1.weight");
        assertThat(names.get(200)).hasSize(FoundPlaces.MOST_NAMES).doesNotHaveDuplicates();
    }

    @Test
    void areKeptByParametersThatStartOtherwise() {
        Node shared = new Node();
        Parameters parameters = ParameterCollector.collect(new Node(shared, shared), Node::collect);

        assertThat(parameters.get("c0.weight").with(zeros()).names()).containsExactly("c0.weight", "c1.weight");
    }

    @Test
    void areThoseOfElementsOfLists() {
        Node shared = new Node();
        BiConsumer<Object, ParameterCollector> walk = (model, parameters) -> {
            parameters.visitEach("blocks", List.of(shared, new Node(), shared), Node::collect);
            parameters.visitEach("rows", new Node[] {shared}, Node::collect);
        };

        assertThat(ParameterCollector.collect(new Object(), walk).stream().map(Parameter::names))
                .containsExactly(
                        List.of("blocks.0.weight", "blocks.2.weight", "rows.0.weight"), List.of("blocks.1.weight"));
    }
}
