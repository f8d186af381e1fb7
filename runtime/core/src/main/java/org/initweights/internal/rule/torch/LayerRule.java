package org.initweights.internal.rule.torch;

import org.initweights.Fill;
import org.initweights.InitializationException;
import org.initweights.TensorShape;
import org.initweights.TorchVersion;
import org.initweights.internal.fill.ConstantFill;
import org.initweights.internal.fill.UniformFill;

/** The {@code reset_parameters} of one kind of layer. */
interface LayerRule {

    /** The layer's name in {@code torch.nn}, without the number of its dimensions. */
    String name();

    /** What a weight of this shape starts as. */
    Derived weight(TensorShape shape, TorchVersion version);

    /** What a bias of this shape starts as, beside a weight of that shape. */
    Derived bias(TensorShape shape, TensorShape weight, TorchVersion version);

    /** The formula of both, for shapes that are not known yet. */
    String formula(TorchVersion version);

    /**
     * A fill, and where it comes from in a few words.
     *
     * @param source such as {@code fan_in 84}; empty if there is nothing to say
     */
    record Derived(Fill fill, String source) {

        static Derived constant(double value) {
            return new Derived(new ConstantFill(value), "");
        }

        /** U(±1/√n), the rule of most layers; 0 where there is no n. */
        static Derived inverseRoot(String name, long n) {
            if (n == 0) {
                return constant(0);
            }
            double bound = 1 / Math.sqrt((double) n);
            return new Derived(new UniformFill(-bound, bound), name + " " + n);
        }
    }

    /** Refuses a shape of another number of dimensions. */
    static void checkRank(String layer, TensorShape shape, int least, int most, String axes) {
        if (shape.rank() < least || shape.rank() > most) {
            throw new InitializationException(
                    shape.rank() == 1 ? "FanRank" : "LayerRank",
                    "torchDefault(" + layer + ")",
                    null,
                    shape.rank() == 1
                            ? "needs a fan, and " + shape + " has one dimension; for a bias use torchDefault(" + layer
                                    + ", weight) with the shape of its weight"
                            : "needs a weight " + axes + ", but " + shape + " has " + shape.rank() + " dimensions");
        }
    }
}
