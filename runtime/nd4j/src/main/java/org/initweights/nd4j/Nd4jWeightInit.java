package org.initweights.nd4j;

import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.util.Objects;
import org.deeplearning4j.nn.weights.IWeightInit;
import org.initweights.Initializer;
import org.initweights.RandomSource;
import org.initweights.internal.files.plan.RuleText;
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
 *         .weightInit(Nd4jWeightInit.of(kaimingNormal(FAN_OUT, RELU), RandomSource.sequence(42)))
 *         .list()
 *         ...
 * }</pre>
 *
 * <p>Layers ask one after the other, without saying their names. So the source must number what it draws: {@link RandomSource#sequence} or {@link
 * RandomSource#torch}, and two layers of one shape start differently. A network that is initialised again goes on from there.
 *
 * <p>Fans are counted from the shape of a weight, {@code [in, out]} for matrices and {@code [out, in, height, width]} for convolutions. Deeplearning4j's own
 * initializers use the fans that a layer says, which differ for embeddings, recurrent layers and strides.
 *
 * <p>A configuration with it can be cloned, saved and read, as JSON and by Java's serialization: the initializer and the source are written, and what
 * is read begins at its seed. An initializer that is code of your own cannot be written, and is refused then.
 *
 * <p>Threads may share it if they may share the initializer; they wait for each other, as the source says.
 */
@JsonAutoDetect(
        fieldVisibility = Visibility.NONE,
        getterVisibility = Visibility.NONE,
        isGetterVisibility = Visibility.NONE,
        setterVisibility = Visibility.NONE)
public final class Nd4jWeightInit implements IWeightInit {

    private static final long serialVersionUID = 1;
    private static final Nd4jAdapter ADAPTER = new Nd4jAdapter();

    private final transient Initializer initializer;
    private final transient RandomSource source;

    private Nd4jWeightInit(Initializer initializer, RandomSource source) {
        this.initializer = initializer;
        this.source = source;
    }

    /**
     * An initializer that draws from a source.
     *
     * @throws IllegalArgumentException if the source goes by names, which Deeplearning4j does not say, such as {@link RandomSource#seeded}
     */
    public static Nd4jWeightInit of(Initializer initializer, RandomSource source) {
        Objects.requireNonNull(initializer, "initializer is null");
        SourceText.of(Objects.requireNonNull(source, "source is null"));
        return new Nd4jWeightInit(initializer, source);
    }

    /**
     * As Deeplearning4j reads it from a saved configuration.
     *
     * @param initializer as {@link #initializerText} writes it
     * @param source as {@link #sourceText} writes it
     * @throws IllegalArgumentException if one of both cannot be read
     */
    @JsonCreator
    public static Nd4jWeightInit read(
            @JsonProperty("initializer") String initializer, @JsonProperty("source") String source) {
        return new Nd4jWeightInit(RuleText.read(initializer), SourceText.read(source));
    }

    /** What decides how weights start. */
    public Initializer initializer() {
        return initializer;
    }

    /** Where random numbers come from. */
    public RandomSource source() {
        return source;
    }

    /**
     * The initializer as a saved configuration has it.
     *
     * @throws IllegalStateException if it is code of your own, or made of such
     */
    @JsonProperty("initializer")
    public String initializerText() {
        return RuleText.of(initializer)
                .orElseThrow(
                        () -> new IllegalStateException("Nd4jWeightInit cannot be written: its initializer is code, "
                                + initializer.getClass().getName()
                                + "; build one out of Initializers, or configure none and call Nd4jModels.parameters(network).with(initializer)"
                                + ".initialize(source) after network.init()"));
    }

    /** The source as a saved configuration has it: how it was made, without what was drawn since. */
    @JsonProperty("source")
    public String sourceText() {
        return SourceText.of(source);
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
     */
    @Override
    public INDArray init(double fanIn, double fanOut, long[] shape, char order, INDArray paramView) {
        INDArray weight = paramView.reshape(order, shape);
        initializer.fill(weight, ADAPTER, WeightCall.shape(fanIn, fanOut, shape), source);
        return weight;
    }

    private Object writeReplace() {
        return new Written(initializerText(), sourceText());
    }

    private void readObject(ObjectInputStream stream) throws InvalidObjectException {
        throw new InvalidObjectException("an Nd4jWeightInit is written as its text");
    }

    /** What Java's serialization writes. */
    private record Written(String initializer, String source) implements Serializable {

        private Object readResolve() {
            return read(initializer, source);
        }
    }

    /** Whether both say the same; what was drawn since does not count. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Nd4jWeightInit init
                && initializer.equals(init.initializer)
                && sourceText().equals(init.sourceText());
    }

    @Override
    public int hashCode() {
        return Objects.hash(initializer, sourceText());
    }

    @Override
    public String toString() {
        return "Nd4jWeightInit.of(" + initializer + ", " + source + ")";
    }
}
