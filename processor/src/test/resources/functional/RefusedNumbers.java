package functional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.function.Consumer;
import org.initweights.Fill;
import org.initweights.InitializationException;
import org.initweights.Initializer;
import org.initweights.Initializers;
import org.initweights.Layer;
import org.initweights.TensorShape;
import org.initweights.annotation.Formula;
import org.initweights.annotation.FromModel;
import org.initweights.annotation.InitRule;
import org.initweights.annotation.InitWeights;
import org.initweights.annotation.InitWith;
import org.initweights.annotation.Normal;
import org.initweights.annotation.Ones;
import org.initweights.annotation.Orthogonal;
import org.initweights.annotation.Shape;
import org.initweights.annotation.Slice;
import org.initweights.annotation.Sparse;
import org.initweights.annotation.Table;
import org.initweights.annotation.TorchDefault;
import org.initweights.annotation.Transform;
import org.initweights.annotation.Uniform;
import org.initweights.annotation.Zeros;
import org.initweights.recipe.MupHidden;

/** A number of the model that is refused when the model is built is refused by the name of the parameter that it is for, once. */
@SuppressWarnings("initweights:Symmetry")
public final class RefusedNumbers {

    record Own(double std) implements Initializer {
        Own {
            if (std < 0) {
                throw new IllegalStateException("below zero");
            }
        }

        @Override
        public Fill resolve(TensorShape shape) {
            return Initializers.normal(0, std).resolve(shape);
        }
    }

    /** Numbers that are good. */
    static class Numbers {
        double std = 0.1;
        double gain = 1;
        double sparsity = 0.5;
        double factor = 1;
        double theta = 1;
        double own = 1;
        double formula = 1;
        int base = 8;
        int from = 1;
        int to = 3;
        int every = 2;
        int out = 4;
        int groups = 2;
        int bias = 4;
        double fixed = 1;
        double behind = 1;
    }

    static class Attention {
        final Numbers n;

        @Shape({4, 4}) @Normal @Formula(std = "n.std") float[] normal;
        @Shape({4, 4}) @Orthogonal @Formula(gain = "n.gain") float[] orthogonal;
        @Shape({4, 4}) @Sparse(sparsity = 0.5) @Formula(sparsity = "n.sparsity") float[] sparse;
        @Shape(4) @Uniform @Transform("n.factor * x") float[] transformed;
        @Shape(4) @Table("n.theta * i0") float[] table;
        @Shape({4, 4}) @InitWith(value = Own.class, args = "n.own") float[] own;
        @Shape({4, 4}) @Normal @Formula(std = "1 / n.formula") float[] formula;
        @Shape({4, 4}) @MupHidden @Formula(base = "n.base") float[] mup;
        @Shape({4, 4}) @Zeros @Slice(value = "n.from : n.to", use = Ones.class) float[] sliced;
        @Shape({4, 4}) @Zeros @Slice(value = "0 : 1", axis = 1, every = "n.every", use = Ones.class) float[] interleaved;
        @Shape(dims = "n.out, 4") @Zeros float[] sized;
        @Shape(dims = "4, 4", groupsOf = "n.groups") @Zeros float[] grouped;
        @Shape(4) @TorchDefault(value = Layer.LINEAR, weight = "biased") float[] bias;
        @Shape(dims = "4, n.bias") @Zeros float[] biased;
        @Shape({4, 4}) @Normal @Formula(std = "n.fixed") final float[] fixed = new float[16];
        @Shape({4, 4}) @Normal @Formula(std = "n.behind") private float[] behind;

        Attention(Numbers n) {
            this.n = n;
        }

        float[] behind() {
            return behind;
        }

        void setBehind(float[] behind) {
            this.behind = behind;
        }
    }

    @InitWeights
    static class Block {
        final Attention attn;

        Block(Numbers n) {
            attn = new Attention(n);
        }
    }

    @InitWeights
    static class Net {
        final List<Block> blocks;

        Net(Numbers n) {
            blocks = List.of(new Block(new Numbers()), new Block(n));
        }
    }

    @Normal
    @Formula(std = "scale")
    @interface Scaled {
        @FromModel
        double scale() default 1;
    }

    static class Plain {
        @Shape({4, 4}) @Normal float[] weight;
    }

    @InitWeights
    @InitRule(param = "layers.*.weight", use = Scaled.class)
    static class Ruled {
        final double scale;
        final List<Plain> layers = List.of(new Plain());

        Ruled(double scale) {
            this.scale = scale;
        }
    }

    @InitWeights
    static class Outer {
        final Ruled inner;

        Outer(double scale) {
            inner = new Ruled(scale);
        }
    }

    private RefusedNumbers() {}

    public static void check() {
        RefusedNumbers_NetInit.initWeights(new Net(new Numbers()), 1);
        refused("normal", ": normal(std = -1) is refused", n -> n.std = -1);
        refused("normal", ": std = n.std is NaN", n -> n.std = Double.NaN);
        refused("orthogonal", ": gain = n.gain is", n -> n.gain = Double.POSITIVE_INFINITY);
        refused("sparse", ": sparse(sparsity = 1.5) is refused", n -> n.sparsity = 1.5);
        refused("transformed", ": transformed(\"n.factor * x\") is refused", n -> n.factor = Double.NaN);
        refused("table", ": table(\"n.theta * i0\") is refused", n -> n.theta = Double.NEGATIVE_INFINITY);
        refused("own", ": its initializer threw java.lang.IllegalStateException: below zero", n -> n.own = -1);
        refused("own", ": std = n.own is NaN", n -> n.own = Double.NaN);
        refused("formula", ": std = 1 / n.formula is", n -> n.formula = 0);
        refused("formula", ": normal(std = -1) is refused", n -> n.formula = -1);
        refused("mup", ": mupHidden(base = 0) is refused", n -> n.base = 0);
        refused("sliced", ": ", n -> n.from = 4);
        refused("sliced", ": ", n -> n.to = 9);
        refused("interleaved", ": ", n -> n.every = -1);
        refused("sized", ": ", n -> n.out = -4);
        refused("sized", ": n.out is 0", n -> n.out = 0);
        refused("grouped", ": ", n -> n.groups = 3);
        refused("bias", ": ", n -> n.bias = -4);
        refused("fixed", ": normal(std = -1) is refused", n -> n.fixed = -1);
        refused("behind", ": normal(std = -1) is refused", n -> n.behind = -1);

        RefusedNumbers_OuterInit.initWeights(new Outer(1), 1);
        for (Runnable work : List.<Runnable>of(
                () -> RefusedNumbers_OuterInit.plan(new Outer(-1)),
                () -> RefusedNumbers_OuterInit.plan(new Outer(Double.NaN)))) {
            IllegalArgumentException refusal = catchThrowableOfType(IllegalArgumentException.class, work::run);
            assertThat(refusal).isNotNull().hasMessageStartingWith("inner.layers.0.weight: ");
            assertThat(refusal.getMessage().split("inner.layers.0.weight", -1)).hasSize(2);
        }
    }

    private static void refused(String field, String problem, Consumer<Numbers> mistake) {
        Numbers numbers = new Numbers();
        mistake.accept(numbers);
        String path = "blocks.1.attn." + field;
        for (Runnable work : List.<Runnable>of(
                () -> RefusedNumbers_NetInit.plan(new Net(numbers)),
                () -> RefusedNumbers_NetInit.parameters(new Net(numbers)),
                () -> RefusedNumbers_NetInit.initWeights(new Net(numbers), 1))) {
            IllegalArgumentException refusal = catchThrowableOfType(IllegalArgumentException.class, work::run);
            assertThat(refusal).as(field).isNotNull().hasMessageStartingWith(path + problem);
            assertThat(refusal.getMessage().split(path, -1)).as(refusal.getMessage()).hasSize(2);
            if (refusal instanceof InitializationException initialization) {
                assertThat(initialization.parameter()).isEqualTo(path);
            }
        }
    }
}
