package org.initweights.nd4j;

import java.util.Optional;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.distribution.Distribution;
import org.deeplearning4j.nn.weights.IWeightInit;
import org.nd4j.shade.jackson.databind.JsonNode;

/** What initializers of Deeplearning4j that have no getters say of themselves in a saved configuration. */
final class ConfigurationText {

    private ConfigurationText() {}

    /** The member {@code value}, a number. */
    static Optional<Double> value(IWeightInit configured) {
        return Optional.ofNullable(tree(configured).get("value"))
                .filter(JsonNode::isNumber)
                .map(JsonNode::doubleValue);
    }

    /** The member {@code distribution}. */
    static Optional<Distribution> distribution(IWeightInit configured) {
        return Optional.ofNullable(tree(configured).get("distribution"))
                .map(node -> NeuralNetConfiguration.mapper().convertValue(node, Distribution.class));
    }

    private static JsonNode tree(IWeightInit configured) {
        return NeuralNetConfiguration.mapper().valueToTree(configured);
    }
}
