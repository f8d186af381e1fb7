package org.initweights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.data.Offset.offset;

import org.junit.jupiter.api.Test;

/** The products of an attention's weights against the formula of the paper, multiplied out here. */
class MimeticAttentionTest {

    private static final int WIDTH = 24;
    private static final int HEADS = 3;
    private static final int SIZE = WIDTH / HEADS;

    private static Weights separate(DType dtype) {
        return Weights.of(b -> {
                    for (String name : new String[] {"q", "k", "v", "o"}) {
                        b.tensor(name, TensorShape.of(WIDTH, WIDTH), dtype, Initializers.ones());
                    }
                })
                .initialize(1);
    }

    private static Weights initialized(MimeticAttention attention, DType dtype) {
        Weights weights = separate(dtype);
        attention.initialize(
                weights.get("q"), weights.get("k"), weights.get("v"), weights.get("o"), RandomSource.seeded(4));
        return weights;
    }

    /** x · W_q · W_kᵀ · xᵀ of a head, whose parameters are [out, in]. */
    private static double[][] scores(Weights weights, int head) {
        double[][] product = new double[WIDTH][WIDTH];
        for (int i = 0; i < WIDTH; i++) {
            for (int j = 0; j < WIDTH; j++) {
                for (int r = head * SIZE; r < (head + 1) * SIZE; r++) {
                    product[i][j] += weights.get("q").get((long) r * WIDTH + i)
                            * weights.get("k").get((long) r * WIDTH + j);
                }
            }
        }
        return product;
    }

    /** x · W_v · W_proj. */
    private static double[][] values(Weights weights) {
        double[][] product = new double[WIDTH][WIDTH];
        for (int i = 0; i < WIDTH; i++) {
            for (int j = 0; j < WIDTH; j++) {
                for (int r = 0; r < WIDTH; r++) {
                    product[i][j] += weights.get("v").get((long) r * WIDTH + i)
                            * weights.get("o").get((long) j * WIDTH + r);
                }
            }
        }
        return product;
    }

    /** Without the identity, this is the noise that was drawn: its deviation is α / √width. */
    @Test
    void valuesAndProjectionAreTheFormula() {
        double[][] product = values(initialized(MimeticAttention.of(HEADS), DType.F64));

        double squares = 0;
        double trace = 0;
        for (int i = 0; i < WIDTH; i++) {
            trace += product[i][i];
            for (int j = 0; j < WIDTH; j++) {
                squares += Math.pow(product[i][j] + (i == j ? 0.4 : 0), 2);
            }
        }
        assertThat(Math.sqrt(squares) / WIDTH).isCloseTo(0.4 / Math.sqrt(WIDTH), offset(0.4 / Math.sqrt(WIDTH) * 0.12));
        assertThat(trace / WIDTH).isCloseTo(-0.4, offset(6 * 0.4 / WIDTH));
    }

    /** Without noise, the product is the identity to the last digits. */
    @Test
    void withoutNoiseTheProductIsTheIdentity() {
        double[][] product = values(initialized(MimeticAttention.of(HEADS).withValueProjection(0, 0.25), DType.F64));

        for (int i = 0; i < WIDTH; i++) {
            for (int j = 0; j < WIDTH; j++) {
                assertThat(product[i][j]).isCloseTo(i == j ? -0.25 : 0, offset(1e-12));
            }
        }
    }

    /** A head cannot have a larger rank; no other matrix of that rank is nearer: what is left is orthogonal to what is there. */
    @Test
    void eachHeadIsTheNearestMatrixOfItsRank() {
        MimeticAttention attention = MimeticAttention.of(HEADS).withQueryKey(0.7, 0.7);
        Weights whole = initialized(attention, DType.F64);
        // With one head for the whole width the product is the formula itself; the noise of head 0 has the same name.
        Weights one = initialized(MimeticAttention.of(1), DType.F64);
        double[][] formula = new double[WIDTH][WIDTH];
        for (int i = 0; i < WIDTH; i++) {
            for (int j = 0; j < WIDTH; j++) {
                for (int r = 0; r < WIDTH; r++) {
                    formula[i][j] += one.get("q").get((long) r * WIDTH + i)
                            * one.get("k").get((long) r * WIDTH + j);
                }
            }
        }
        double[] noise = new double[WIDTH * WIDTH];
        Initializers.normal(0, 0.7 / Math.sqrt(WIDTH))
                .fill("q.mimetic.head0", noise, TensorShape.of(WIDTH, WIDTH), RandomSource.seeded(4));
        double[][] head = scores(whole, 0);
        for (int i = 0; i < WIDTH; i++) {
            for (int j = 0; j < WIDTH; j++) {
                assertThat(formula[i][j]).isCloseTo(noise[i * WIDTH + j] + (i == j ? 0.7 : 0), offset(1e-12));
            }
            for (int r = 0; r < SIZE; r++) {
                double left = 0;
                for (int j = 0; j < WIDTH; j++) {
                    left += (formula[i][j] - head[i][j]) * whole.get("k").get((long) r * WIDTH + j);
                }
                assertThat(left).isCloseTo(0, offset(1e-8));
            }
        }
        assertThat(scores(whole, 1)).isNotEqualTo(head);
    }

    /** The two factors of a product share its singular values. */
    @Test
    void queryAndKeyHaveTheSameLength() {
        Weights weights = initialized(MimeticAttention.of(HEADS), DType.F64);
        for (int r = 0; r < WIDTH; r++) {
            double query = 0;
            double key = 0;
            for (int j = 0; j < WIDTH; j++) {
                query += Math.pow(weights.get("q").get((long) r * WIDTH + j), 2);
                key += Math.pow(weights.get("k").get((long) r * WIDTH + j), 2);
            }
            assertThat(query).isCloseTo(key, offset(1e-9));
        }
    }

    @Test
    void aPackedParameterHoldsTheSameThree() {
        Weights packed = Weights.of(b -> b.tensor(
                                "q", TensorShape.of(3 * WIDTH, WIDTH).withPacked(3), DType.F32, Initializers.ones())
                        .tensor("o", TensorShape.of(WIDTH, WIDTH), DType.F32, Initializers.ones()))
                .initialize(1);
        MimeticAttention.of(HEADS).initialize(packed.get("q"), packed.get("o"), RandomSource.seeded(4));
        Weights four = initialized(MimeticAttention.of(HEADS), DType.F32);

        int part = WIDTH * WIDTH;
        for (int i = 0; i < part; i++) {
            assertThat(packed.get("q").get(i)).isEqualTo(four.get("q").get(i));
            assertThat(packed.get("q").get(part + i)).isEqualTo(four.get("k").get(i));
            assertThat(packed.get("q").get(2L * part + i))
                    .isEqualTo(four.get("v").get(i));
            assertThat(packed.get("o").get(i)).isEqualTo(four.get("o").get(i));
        }
    }

    @Test
    void otherShapesAreRefusedBeforeAnythingIsWritten() {
        Weights weights = Weights.of(b -> b.tensor("q", TensorShape.of(6, 6), DType.F32, Initializers.ones())
                        .tensor("wide", TensorShape.of(8, 6), DType.F32, Initializers.ones())
                        .tensor("bias", TensorShape.of(6), DType.F32, Initializers.ones())
                        .tensor("small", TensorShape.of(4, 4), DType.F32, Initializers.ones()))
                .initialize(1);
        Parameter q = weights.get("q");
        for (String wrong : new String[] {"wide", "bias", "small"}) {
            assertThatExceptionOfType(InitializationException.class)
                    .isThrownBy(() ->
                            MimeticAttention.of(2).initialize(q, q, q, weights.get(wrong), RandomSource.seeded(1)))
                    .withMessageStartingWith("mimeticAttention(heads = 2) does not fit: " + wrong + " needs [")
                    .withMessageEndingWith("[MimeticShape]");
        }
        assertThatExceptionOfType(InitializationException.class)
                .isThrownBy(() -> MimeticAttention.of(4).initialize(q, q, q, q, RandomSource.seeded(1)))
                .withMessageContaining("q has a width of 6, which 4 heads do not divide");
        assertThatExceptionOfType(InitializationException.class)
                .isThrownBy(() -> MimeticAttention.of(2).initialize(q, q, RandomSource.seeded(1)))
                .withMessageContaining("q needs [3 · width, width]");
        assertThat(q.get(0)).isEqualTo(1);
    }

    @Test
    void numbersOutOfRangeAreRefused() {
        assertThatExceptionOfType(InitializationException.class).isThrownBy(() -> MimeticAttention.of(0));
        assertThatExceptionOfType(InitializationException.class)
                .isThrownBy(() -> MimeticAttention.of(2).withQueryKey(-1, 1));
        assertThatExceptionOfType(InitializationException.class)
                .isThrownBy(() -> MimeticAttention.of(2).withValueProjection(1, Double.NaN));
    }
}
