package org.initweights.internal.files.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.initweights.Axes;
import org.initweights.DType;
import org.initweights.Initializers;
import org.initweights.Layer;
import org.initweights.Layout;
import org.initweights.Parameter;
import org.initweights.TensorShape;
import org.junit.jupiter.api.Test;

class PlanJsonTest {

    private static final String CONSTANT = "'dtype': 'F32', 'fill': {'type': 'constant', 'value': 1.5}";

    @Test
    void saysOfEachParameterWhatDecidesWhatIsWritten() throws JsonProcessingException {
        assertPlan(
                List.of(
                        parameter("b", TensorShape.of(3)),
                        PlannedParameter.of("a", TensorShape.of(2, 0), DType.BF16, Initializers.normal(0.25, 0.5))),
                "{'initweightsPlan': 1, 'parameters': [{'name': 'b', 'shape': [3], " + CONSTANT
                        + "}, {'name': 'a', 'shape': [2, 0], 'dtype': 'BF16', "
                        + "'fill': {'type': 'normal', 'mean': 0.25, 'std': 0.5}}]}");
        assertPlan(List.of(), "{'initweightsPlan': 1, 'parameters': []}");
    }

    @Test
    void saysTheRolesOfAxesThatAreNotTheUsual() throws JsonProcessingException {
        TensorShape layout =
                TensorShape.of(3, 4).withLayout(Layout.IN_OUT_SPATIAL).withPacked(2);
        assertPlan(
                List.of(parameter("a", layout)),
                "{'initweightsPlan': 1, 'parameters': [{'name': 'a', 'shape': [3, 4], 'layout': 'IN_OUT_SPATIAL', "
                        + "'packed': 2, " + CONSTANT + "}]}");
    }

    /** Libraries that read version 1 would not know what axes mean. */
    @Test
    void axesNeedTheSecondVersion() throws JsonProcessingException {
        TensorShape axes = TensorShape.of(4, 6, 5).withAxes(new Axes(List.of(0), List.of(2), List.of(1)));
        assertPlan(
                List.of(parameter("a", TensorShape.of(1)), parameter("b", axes)),
                "{'initweightsPlan': 2, 'parameters': [{'name': 'a', 'shape': [1], " + CONSTANT
                        + "}, {'name': 'b', 'shape': [4, 6, 5], 'inAxes': [0], 'outAxes': [2], 'batchAxes': [1], "
                        + CONSTANT + "}]}");
    }

    /** What the fill of an attention's weight is does not say that the layer is one, which reports tell. */
    @Test
    void saysTheRuleOfAttentionsTooAndOfNoOtherLayer() throws JsonProcessingException {
        JsonNode attention = node(PlanJson.text(List.of(PlannedParameter.of(
                        "a", TensorShape.of(6, 2), DType.F32, Initializers.torchDefault(Layer.MULTIHEAD_ATTENTION)))))
                .get("parameters")
                .get(0);
        assertThat(attention.get("rule").get("type").asText()).isEqualTo("torchDefault");
        assertThat(attention.get("rule").get("layer").asText()).isEqualTo("MULTIHEAD_ATTENTION");
        assertThat(attention.has("fill")).isTrue();

        JsonNode linear = node(PlanJson.text(List.of(PlannedParameter.of(
                        "a", TensorShape.of(6, 2), DType.F32, Initializers.torchDefault(Layer.LINEAR)))))
                .get("parameters")
                .get(0);
        assertThat(linear.has("rule")).isFalse();
    }

    private static Parameter parameter(String name, TensorShape shape) {
        return PlannedParameter.of(name, shape, DType.F32, Initializers.constant(1.5));
    }

    private static void assertPlan(List<Parameter> parameters, String expected) throws JsonProcessingException {
        String text = PlanJson.text(parameters);
        assertThat(text).endsWith("}\n");
        assertThat(node(text)).isEqualTo(node(expected.replace('\'', '"')));
    }

    private static JsonNode node(String text) throws JsonProcessingException {
        return new ObjectMapper().readTree(text);
    }
}
