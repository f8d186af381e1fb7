package org.initweights.nd4j;

import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.Objects;
import java.util.Optional;
import org.deeplearning4j.nn.weights.IWeightInit;
import org.initweights.Initializer;
import org.initweights.RandomSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.shade.jackson.annotation.JsonAutoDetect;
import org.nd4j.shade.jackson.annotation.JsonAutoDetect.Visibility;
import org.nd4j.shade.jackson.annotation.JsonCreator;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * An initializer of this library in a configuration of Deeplearning4j's, for one layer or for all.
 *
 * <pre>{@code
 * new NeuralNetConfiguration.Builder()
 *         .weightInit(Nd4jWeightInit.of(kaimingNormal(FAN_OUT, RELU), RandomSource.seeded(42)))
 *         .list()
 *         ...
 * }</pre>
 *
 * <p>Layers do not say the names of their weights. For a source that goes by names, {@link RandomSource#seeded} or {@link RandomSource#jax(long)}, a weight
 * is called {@code weight_at_} with its place in the network's flat vector of parameters. So two layers of one shape start differently, and a network
 * that is initialised again, cloned, or built from a saved configuration starts as before. {@link RandomSource#torch(long)} and {@link
 * RandomSource#sequence} go on from layer to layer, and from network to network.
 *
 * <p>Fans are counted from the shape of a weight, {@code [in, out]} for matrices and {@code [out, in, height, width]} for convolutions. Deeplearning4j's own
 * initializers use the fans that a layer says, which differ for embeddings, recurrent layers and strides.
 *
 * <p>Networks and configurations with it can always be saved, as JSON and by Java's serialization, and restored with their parameters. What is read draws
 * as before, if the initializer is one of the library's, and the source goes by names. If not, {@link #init} refuses, since code cannot be
 * saved, and each layer would begin the source anew.
 *
 * <p>Threads may share it, if they may share the initializer.
 */
@JsonAutoDetect(
        fieldVisibility = Visibility.NONE,
        getterVisibility = Visibility.NONE,
        isGetterVisibility = Visibility.NONE,
        setterVisibility = Visibility.NONE)
public final class Nd4jWeightInit implements IWeightInit {

    private static final long serialVersionUID = 1;
    private static final Nd4jAdapter ADAPTER = new Nd4jAdapter();

    private transient WeightRecipe recipe;

    private Nd4jWeightInit(WeightRecipe recipe) {
        this.recipe = recipe;
    }

    /** An initializer that draws from a source. */
    public static Nd4jWeightInit of(Initializer initializer, RandomSource source) {
        Objects.requireNonNull(initializer, "initializer is null");
        Objects.requireNonNull(source, "source is null");
        return new Nd4jWeightInit(WeightRecipe.of(initializer, source));
    }

    /**
     * As Deeplearning4j reads it from a saved configuration.
     *
     * @param initializer as {@link #initializerText} writes it
     * @param source as {@link #sourceText} writes it
     * @throws IllegalArgumentException if the initializer cannot be read
     */
    @JsonCreator
    public static Nd4jWeightInit read(
            @JsonProperty("initializer") String initializer, @JsonProperty("source") String source) {
        return new Nd4jWeightInit(WeightRecipe.read(initializer, source));
    }

    /** What decides how weights start; empty if it was code, and this was read. */
    public Optional<Initializer> initializer() {
        return recipe.initializer();
    }

    /** The initializer as a saved configuration has it: one line of JSON, or the class of your code. */
    @JsonProperty("initializer")
    public String initializerText() {
        return recipe.initializerText();
    }

    /** The source as a saved configuration has it: how it was made, without what was drawn since. */
    @JsonProperty("source")
    public String sourceText() {
        return recipe.sourceText();
    }

    /**
     * Called by Deeplearning4j: draws a weight.
     *
     * @param fanIn what the layer says; it only tells what the axes of a convolution mean
     * @param fanOut as {@code fanIn}
     * @param shape the sizes of the weight
     * @param order the order in memory, 'c' or 'f'
     * @param paramView as many elements of the flat vector of parameters
     * @return the weight, a view of {@code paramView}
     * @throws org.initweights.InitializationException if the initializer does not fit the shape; nothing is written
     * @throws IllegalStateException if this was read and cannot draw; nothing is written
     */
    @Override
    public INDArray init(double fanIn, double fanOut, long[] shape, char order, INDArray paramView) {
        Initializer initializer = recipe.requiredInitializer();
        RandomSource source = recipe.requiredSource();
        INDArray weight = paramView.reshape(order, shape);
        initializer.fill(
                "weight_at_" + paramView.offset(), weight, ADAPTER, WeightCall.shape(fanIn, fanOut, shape), source);
        return weight;
    }

    private void writeObject(ObjectOutputStream stream) throws IOException {
        stream.writeUTF(initializerText());
        stream.writeUTF(sourceText());
    }

    private void readObject(ObjectInputStream stream) throws IOException {
        recipe = WeightRecipe.read(stream.readUTF(), stream.readUTF());
    }

    /** Whether both are saved alike; what was drawn since does not count. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Nd4jWeightInit init
                && initializerText().equals(init.initializerText())
                && sourceText().equals(init.sourceText());
    }

    @Override
    public int hashCode() {
        return Objects.hash(initializerText(), sourceText());
    }

    @Override
    public String toString() {
        return "Nd4jWeightInit.of(" + initializerText() + ", " + sourceText() + ")";
    }
}
