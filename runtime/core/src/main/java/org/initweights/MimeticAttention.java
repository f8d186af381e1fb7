package org.initweights;

import java.util.Arrays;
import org.initweights.internal.fill.Argument;
import org.initweights.internal.linear.SingularVectors;
import org.initweights.internal.work.Workers;

/**
 * Mimetic attention: the weights of a self-attention start together, so that its products look like those of trained ones.
 *
 * <pre>
 * W_q · W_kᵀ     ≈  α₁ · Z₁ + β₁ · I     of each head, of the rank of the head
 * W_v · W_proj   =  α₂ · Z₂ - β₂ · I     of all heads
 * Z ~ N(0, 1 / width)
 * </pre>
 *
 * <p>Each product is split by its singular values: W_q = U · √Σ, W_k = V · √Σ, W_v = U · √Σ, W_proj = √Σ · Vᵀ. The matrices of the formula act on
 * rows, x · W; parameters have the shape of PyTorch's, [out, in], and hold Wᵀ. Example:
 *
 * <pre>{@code
 * MimeticAttention.of(12).initialize(
 *         parameters.get("attn.qkv.weight"), parameters.get("attn.proj.weight"), RandomSource.seeded(42));
 * }</pre>
 *
 * <p>Biases are not written: start them with zeros. The singular values take some seconds for a width of 1024.
 *
 * <p>Source: Trockman and Kolter, <i>Mimetic initialization of self-attention layers</i>, 2023, whose numbers for vision transformers, α₁ = β₁ = 0.7
 * and α₂ = β₂ = 0.4, are the defaults. It also gives the model sinusoidal positions, {@link Initializers#sinusoidalPositions()}.
 *
 * <p>It is immutable, and threads may share it; while {@code initialize} runs, no other thread may read or write the parameters.
 */
public final class MimeticAttention {

    private static final String NAME = "mimeticAttention";

    private final int heads;
    private final Product queryKey;
    private final Product valueProjection;

    private MimeticAttention(int heads, Product queryKey, Product valueProjection) {
        this.heads = heads;
        this.queryKey = queryKey;
        this.valueProjection = valueProjection;
    }

    /**
     * With the numbers of the paper.
     *
     * @throws InitializationException if there is no head
     */
    public static MimeticAttention of(int heads) {
        Argument.positive(NAME, "heads", heads);
        return new MimeticAttention(heads, new Product(0.7, 0.7), new Product(0.4, -0.4));
    }

    /**
     * W_q · W_kᵀ ≈ alpha · Z + beta · I.
     *
     * @throws InitializationException if a number is negative, infinite or no number
     */
    public MimeticAttention withQueryKey(double alpha, double beta) {
        return new MimeticAttention(heads, Product.checked(alpha, beta, 1), valueProjection);
    }

    /**
     * W_v · W_proj = alpha · Z - beta · I.
     *
     * @throws InitializationException if a number is negative, infinite or no number
     */
    public MimeticAttention withValueProjection(double alpha, double beta) {
        return new MimeticAttention(heads, queryKey, Product.checked(alpha, beta, -1));
    }

    /**
     * Writes an attention whose query, key and value are one parameter, one after the other.
     *
     * @param queryKeyValue [3 · width, width]
     * @param projection [width, width]
     * @throws InitializationException before anything is written, if a shape is another one or the heads do not divide the width
     */
    public void initialize(Parameter queryKeyValue, Parameter projection, RandomSource random) {
        int width = width(queryKeyValue, 3);
        check(projection, width);
        Factors factors = factors(queryKeyValue.name(), width, random);
        double[] packed = new double[3 * width * width];
        System.arraycopy(factors.query, 0, packed, 0, width * width);
        System.arraycopy(factors.key, 0, packed, width * width, width * width);
        System.arraycopy(factors.value, 0, packed, 2 * width * width, width * width);
        write(queryKeyValue, packed, random);
        write(projection, factors.projection, random);
    }

    /**
     * Writes an attention of four parameters, each [width, width].
     *
     * @throws InitializationException before anything is written, if a shape is another one or the heads do not divide the width
     */
    public void initialize(Parameter query, Parameter key, Parameter value, Parameter projection, RandomSource random) {
        int width = width(query, 1);
        check(key, width);
        check(value, width);
        check(projection, width);
        Factors factors = factors(query.name(), width, random);
        write(query, factors.query, random);
        write(key, factors.key, random);
        write(value, factors.value, random);
        write(projection, factors.projection, random);
    }

    private int width(Parameter first, int parts) {
        TensorShape shape = first.shape();
        // 3 · 23000² elements are all that one array holds.
        long width = shape.rank() == 2 && shape.size(1) <= 23_000 ? shape.size(1) : 0;
        if (width == 0 || shape.size(0) != parts * width || shape.layout() != Layout.OUT_IN_SPATIAL) {
            throw refusal(
                    first,
                    "needs [" + (parts == 1 ? "" : parts + " · ")
                            + "width, width], out first, of a width up to 23000, but has " + shape);
        }
        if (width % heads != 0) {
            throw refusal(first, "has a width of " + width + ", which " + heads + " heads do not divide");
        }
        return (int) width;
    }

    private void check(Parameter parameter, int width) {
        if (width(parameter, 1) != width) {
            throw refusal(
                    parameter,
                    "needs [" + width + ", " + width + "], as the query has it, but has " + parameter.shape());
        }
    }

    private InitializationException refusal(Parameter parameter, String problem) {
        return new InitializationException(
                "MimeticShape",
                NAME + "(heads = " + heads + ")",
                null,
                "does not fit: " + parameter.name() + " " + problem);
    }

    private Factors factors(String name, int width, RandomSource random) {
        Factors factors = new Factors(
                new double[width * width],
                new double[width * width],
                new double[width * width],
                new double[width * width]);
        int size = width / heads;
        for (int head = 0; head < heads; head++) {
            SingularVectors vectors = queryKey.split(name + ".mimetic.head" + head, width, size, random);
            for (int i = 0; i < size; i++) {
                double root = Math.sqrt(vectors.values()[i]);
                int row = (head * size + i) * width;
                for (int j = 0; j < width; j++) {
                    factors.query[row + j] = root * vectors.left()[i][j];
                    factors.key[row + j] = root * vectors.right()[i][j];
                }
            }
        }
        SingularVectors vectors = valueProjection.split(name + ".mimetic.value", width, width, random);
        for (int i = 0; i < width; i++) {
            double root = Math.sqrt(vectors.values()[i]);
            for (int j = 0; j < width; j++) {
                factors.value[i * width + j] = root * vectors.left()[i][j];
                factors.projection[j * width + i] = root * vectors.right()[i][j];
            }
        }
        return factors;
    }

    private static void write(Parameter parameter, double[] values, RandomSource random) {
        parameter.with(Initializers.values(values)).initialize(random);
    }

    /** The weights in row-major order, [out, in]. */
    @SuppressWarnings("ArrayRecordComponent")
    private record Factors(double[] query, double[] key, double[] value, double[] projection) {}

    /** The numbers of alpha · Z + beta · I. */
    private record Product(double alpha, double beta) {

        static Product checked(double alpha, double beta, int sign) {
            Argument.finite(NAME, "alpha", alpha);
            Argument.notNegative(NAME, "alpha", alpha);
            Argument.finite(NAME, "beta", beta);
            Argument.notNegative(NAME, "beta", beta);
            return new Product(alpha, sign * beta);
        }

        /** Its largest singular values and their vectors. */
        SingularVectors split(String name, int width, int rank, RandomSource random) {
            double[] noise = new double[width * width];
            Initializers.normal(0, alpha / Math.sqrt(width)).fill(name, noise, TensorShape.of(width, width), random);
            double[][] matrix = new double[width][];
            for (int i = 0; i < width; i++) {
                matrix[i] = Arrays.copyOfRange(noise, i * width, (i + 1) * width);
                matrix[i][i] += beta;
            }
            return SingularVectors.largest(matrix, rank, Workers.COMMON_POOL);
        }
    }
}
