package org.initweights.nd4j;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.graph.vertex.GraphVertex;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A layer or vertex of a model that has parameters.
 *
 * @param prefix what the names of its parameters begin with in the model
 * @param configuration of the layer; empty for a vertex, which has none
 * @param parameters the arrays of the model, by the names in the layer
 */
record ModelPart(String prefix, Optional<NeuralNetConfiguration> configuration, Map<String, INDArray> parameters) {

    /**
     * The parts of a model, in its own order.
     *
     * @throws IllegalStateException if it has no parameters yet
     */
    static List<ModelPart> of(Model model) {
        if (model instanceof MultiLayerNetwork network) {
            return layers(required(network.getLayers(), model));
        }
        if (model instanceof ComputationGraph graph) {
            return vertices(required(graph.getVertices(), model));
        }
        return List.of(of("", model));
    }

    private static List<ModelPart> layers(Layer[] layers) {
        List<ModelPart> parts = new ArrayList<>();
        for (int i = 0; i < layers.length; i++) {
            parts.add(of(i + "_", required(layers[i], layers)));
        }
        return parts;
    }

    private static List<ModelPart> vertices(GraphVertex[] vertices) {
        List<ModelPart> parts = new ArrayList<>();
        for (GraphVertex vertex : vertices) {
            String prefix = vertex.getVertexName() + "_";
            parts.add(
                    vertex.hasLayer()
                            ? of(prefix, vertex.getLayer())
                            : new ModelPart(prefix, Optional.empty(), vertex.paramTable(false)));
        }
        return parts;
    }

    private static ModelPart of(String prefix, Model layer) {
        @Nullable Map<String, INDArray> parameters = layer.paramTable(false);
        return new ModelPart(prefix, Optional.ofNullable(layer.conf()), parameters == null ? Map.of() : parameters);
    }

    private static <T> T required(@Nullable T part, Object model) {
        if (part == null) {
            throw new IllegalStateException(
                    "this " + model.getClass().getSimpleName() + " has no parameters yet; call its init() first");
        }
        return part;
    }
}
