package org.initweights;

import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.initweights.internal.fill.LowRankMethod;
import org.initweights.internal.fill.StoredFile;
import org.initweights.internal.start.WeightsInitializer;

/**
 * A file of weights that parameters begin with: copied, or as what today's recipes make of trained weights.
 *
 * <pre>{@code
 * BaseWeights base = Initializers.from(Path.of("base.safetensors"));
 * Parameters parameters = Parameters.of(p -> p
 *         .tensor("norm.weight", norm, base.copy("model.norm.weight"), 4096)
 *         .tensor("embed.weight", embed, base.resized("model.embed_tokens.weight"), 32_064, 4096));
 * parameters.initialize(42);
 * }</pre>
 *
 * <p>The file is what {@link org.initweights.io.StoredWeights} opens, told by how it begins: safetensors, an index of several, a folder with one
 * of both; {@code .npz}; {@code .npy}, whose array has the name of the file without {@code .npy}; GGUF, but for quantised tensors, which
 * are refused. It may be in an archive that is open as a file system. A relative path is relative to the working directory. The file's
 * header is read when an initializer is resolved, and elements when a parameter is written, so it must stay where it is, and as it is.
 * The same file, seed and names give the same bits, with any number of threads.
 *
 * <p>Elements of F64, F32, F16 and BF16 are rounded to the type of the parameter, to nearest even; what that type cannot hold is an
 * {@link InitializationException}, not an infinity. Unless a method says otherwise, tensors of any size pass through memory in pieces.
 * Arrays of {@code .npz} and arrays in Fortran's order cannot be read from the middle: each is copied to a temporary file, of the array's
 * size, while a parameter is made of it.
 *
 * <p>{@link Initializer#resolve} throws an {@link InitializationException} if the file cannot be opened, has no such tensor (then it says which it
 * has), or the shapes do not fit. Before a model or a file is initialised, all that is looked at again: nothing is written if a tensor is not
 * there any more. If elements cannot be read after that, initialising throws an {@link java.io.UncheckedIOException}, or the
 * {@link java.io.IOException} of {@link Plan#initialize}.
 *
 * <p>Base weights are immutable, and threads may share them.
 */
public final class BaseWeights {

    private final Path file;

    BaseWeights(Path file) {
        this.file = StoredFile.absolute(file);
    }

    /** The tensor as it is; the parameter must have its shape. */
    public Initializer copy(String tensor) {
        return WeightsInitializer.copy(file, tensor);
    }

    /**
     * These parameters, each as a copy of the tensor of its name. Nothing is written yet.
     *
     * @throws InitializationException if the checkpoint lacks one of them, or has it in another shape
     */
    public Parameters copies(Parameters parameters) {
        return copies(parameters, UnaryOperator.identity());
    }

    /**
     * These parameters, each as a copy of a tensor of another name, such as the layers of a deeper model: {@link LayerStack}. Nothing is written
     * yet.
     *
     * <pre>{@code
     * base.copies(deep, LayerStack.repeated("h", 12)).initialize(42);
     * }</pre>
     *
     * @param names gives for the name of a parameter that of its tensor
     * @throws InitializationException if the checkpoint lacks one of them, or has it in another shape
     */
    public Parameters copies(Parameters parameters, UnaryOperator<String> names) {
        return Parameters.of(parameters.stream()
                .map(parameter -> parameter.with(copy(names.apply(parameter.name()))))
                .toList());
    }

    /**
     * An embedding, or weight or bias of an output layer, for a vocabulary of another size. The rows are copied. New rows are drawn from the normal
     * distribution that has the mean of the old rows, and 10<sup>-9</sup> of their covariance; if that is not positive definite, for example
     * because there are fewer rows than columns, they are the mean. If the parameter has fewer rows, the others are left out.
     *
     * <p>New elements of a vector, which is a bias, are drawn from the normal distribution that has the mean of the old ones, and 10<sup>-9</sup> of
     * their standard deviation. The tensor has the vocabulary on its first axis; one of other than one or two dimensions is refused.
     *
     * <p>Memory: 8·d² bytes for rows of d elements, if there are new rows.
     *
     * <p>Source: Hewitt, <i>Initializing new word embeddings for pretrained language models</i>, 2021; Hugging Face's
     * {@code resize_token_embeddings} and {@code _get_resized_lm_head} with {@code mean_resizing}.
     */
    public Initializer resized(String tensor) {
        return WeightsInitializer.resized(file, tensor);
    }

    /** The experts of a mixture, each a copy of the dense layer: {@link #experts(String, double)} without noise. */
    public Initializer experts(String tensor) {
        return experts(tensor, 0);
    }

    /**
     * The experts of a mixture, each a copy of the dense layer plus noise. The parameter has the shape of the tensor, or an axis of experts before
     * that.
     *
     * <p>Source: Komatsuzaki, Puigcerver and others, <i>Sparse upcycling: Training mixture-of-experts from dense checkpoints</i>, 2022.
     *
     * @param noiseStd the standard deviation of the normal noise, of its own for each element; 0 for none
     * @throws InitializationException if {@code noiseStd} is negative or not finite
     */
    public Initializer experts(String tensor, double noiseStd) {
        return WeightsInitializer.experts(file, tensor, noiseStd);
    }

    /**
     * LoRA's matrices from the largest singular values of the frozen weight: B = U√(S / scaling), A = √(S / scaling)Vᵀ, and the weight is
     * left with the rest.
     *
     * <p>Memory: the whole matrix in double, twice if it is wider than high. Each of the three parts is computed on its own.
     *
     * <p>Source: Meng, Wang and Zhang, <i>PiSSA: Principal singular values and singular vectors adaptation of large language models</i>, 2024;
     * {@code init_lora_weights="pissa"} of Hugging Face's PEFT. Signs of vectors may differ from PEFT's; B·A does not.
     *
     * @param tensor the frozen weight, [out, in]
     * @param rank the rank of the adapter
     * @param scaling what the layer multiplies B·A by, in PEFT {@code lora_alpha / rank}
     * @throws InitializationException if {@code rank} is less than 1, or {@code scaling} not more than 0; when an initializer is resolved,
     *     also if the rank is more than the smaller side of the matrix
     */
    public AdapterWeights pissa(String tensor, int rank, double scaling) {
        return new AdapterWeights(file, tensor, LowRankMethod.PISSA, rank, scaling);
    }

    /**
     * LoRA's matrices from the QR decomposition of the frozen weight: B = Q[:, :rank], A = R[:rank], and the weight is left with the rest.
     *
     * <p>Memory: the whole matrix in double.
     *
     * <p>Source: Büyükakyüz, <i>OLoRA: Orthonormal low-rank adaptation of large language models</i>, 2024; {@code init_lora_weights="olora"} of
     * Hugging Face's PEFT. Here R's diagonal is positive; B·A is the same.
     *
     * @param tensor the frozen weight, [out, in]
     * @param rank the rank of the adapter
     * @param scaling what the layer multiplies B·A by, in PEFT {@code lora_alpha / rank}
     * @throws InitializationException as {@link #pissa}
     */
    public AdapterWeights olora(String tensor, int rank, double scaling) {
        return new AdapterWeights(file, tensor, LowRankMethod.OLORA, rank, scaling);
    }

    /**
     * A layer with more channels that computes the same: Net2Net. What this returns has an initializer for each side of the widened layer.
     *
     * @param layer any name; with {@code seed} it decides which channels are copied
     */
    public WidenedLayer widened(String layer, long seed) {
        return new WidenedLayer(file, layer, seed);
    }

    /** {@code from(/models/base.safetensors)}. */
    @Override
    public String toString() {
        return "from(" + file + ")";
    }
}
