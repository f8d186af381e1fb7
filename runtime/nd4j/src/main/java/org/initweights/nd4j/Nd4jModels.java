package org.initweights.nd4j;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.deeplearning4j.nn.api.Model;
import org.initweights.Parameters;
import org.initweights.TensorShape;
import org.initweights.TensorsBuilder;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The parameters of networks of Deeplearning4j that exist, to list, initialise, save and load.
 *
 * <pre>{@code
 * MultiLayerNetwork network = new MultiLayerNetwork(configuration);
 * network.init();
 * Parameters parameters = Nd4jModels.parameters(network);
 * parameters.initialize(RandomSource.torch(42));                 // as the configuration says, by this library's numbers
 * parameters.withRules(rules -> rules.named("*_W", xavierUniform())).initialize(42);
 * parameters.save(Path.of("start.safetensors"));
 * }</pre>
 *
 * <p>Names are Deeplearning4j's own, as in {@code network.paramTable()}: {@code 0_W}, {@code 0_b}, {@code 1_gamma}; of a graph, {@code dense_W}. So are
 * the order and the shapes: weights of dense and recurrent layers are {@code [in, out]}, of convolutions {@code [out, in, height, width]}, and the
 * {@link TensorShape#layout() layout} says so.
 *
 * <p>Each parameter has the initializer that its layer is configured with, as Deeplearning4j computes it, with the fans that the layer says: {@code
 * XAVIER} is {@link org.initweights.Initializers#xavierNormal()}, {@code LECUN_UNIFORM} has three times the variance of LeCun's, and a convolution of
 * stride 2 has a quarter of the fan out. Biases, gains, forget gates and batch norms start as configured. Log-normal and binomial
 * distributions, scaled identities, pretrained embeddings, orthogonal convolutions, vertices with parameters, and layers of your own that do something else, have no initializer here: such
 * a parameter can be listed, saved, loaded and given a rule, and initialising it without one is refused.
 *
 * <p>The arrays are the network's own. Do not train it in another thread at the same time. Any thread may call this class; while it runs, no other may
 * draw from ND4J's random numbers.
 */
public final class Nd4jModels {

    private static final Nd4jAdapter ADAPTER = new Nd4jAdapter();

    private Nd4jModels() {}

    /**
     * The parameters of a {@code MultiLayerNetwork}, of a {@code ComputationGraph}, or of one layer of either, whose names then are {@code W} and {@code b}.
     *
     * @throws IllegalStateException if the network was not initialised, or an array of it was closed
     * @throws IllegalArgumentException if an array of it is no weight; it begins with the parameter's name
     */
    public static Parameters parameters(Model model) {
        List<ModelPart> parts = ModelPart.of(model);
        return Parameters.of(tensors -> parts.forEach(part -> add(part, tensors)));
    }

    private static void add(ModelPart part, TensorsBuilder tensors) {
        if (part.parameters().isEmpty()) {
            return;
        }
        INDArray first = part.parameters().values().iterator().next();
        Map<String, ConfiguredStarts.Start> starts = part.configuration()
                .map(configuration -> ConfiguredStarts.of(configuration, first.dataType()))
                .orElse(Map.of());
        part.parameters()
                .forEach((name, array) ->
                        add(part.prefix() + name, array, Optional.ofNullable(starts.get(name)), tensors));
    }

    private static void add(
            String name, INDArray array, Optional<ConfiguredStarts.Start> start, TensorsBuilder tensors) {
        TensorShape shape = start.map(ConfiguredStarts.Start::shape)
                .filter(configured -> Arrays.equals(configured.dims(), array.shape()))
                .orElseGet(() -> TensorShape.of(array.shape()));
        start.flatMap(ConfiguredStarts.Start::initializer)
                .ifPresentOrElse(
                        initializer -> tensors.tensor(name, array, ADAPTER, initializer, shape),
                        () -> tensors.tensor(name, array, ADAPTER, shape));
    }
}
