package org.initweights.samples.zoo.rwkv7;

import org.initweights.annotation.Constant;
import org.initweights.annotation.Formula;
import org.initweights.annotation.InitRule;
import org.initweights.annotation.Orthogonal;
import org.initweights.annotation.Shape;
import org.initweights.annotation.Table;
import org.initweights.annotation.Uniform;
import org.initweights.annotation.Zeros;
import org.initweights.recipe.Rwkv7Mix;
import org.initweights.recipe.ZeroInitResidual;
import org.initweights.samples.zoo.nn.GroupNorm;
import org.initweights.samples.zoo.nn.Linear;
import org.initweights.samples.zoo.nn.Module;

/**
 * The recurrence of a layer: {@code RWKV_Tmix_x070}. Decay {@code w}, learning rate {@code a}, mix of values {@code v} and gate {@code g}
 * are each a vector and a pair of narrow matrices, which begin as nothing.
 */
@InitRule(param = "receptance.weight", use = TimeMix.HalfUniform.class)
@InitRule(param = "key.weight", use = TimeMix.SmallUniform.class)
@InitRule(param = "value.weight", use = TimeMix.HalfUniform.class)
@InitRule(param = "output.weight", use = ZeroInitResidual.class)
public class TimeMix implements Module {

    /** From -0.5 to 0.5 over the channels. */
    private static final String LINEAR = "(i2 / (n2 - 1) - 0.5)";

    /** From -1 to 1 over the channels of a head, flat in the middle. */
    private static final String IN_HEAD = "((mod(i2, headSize) - (headSize - 1) / 2) / ((headSize - 1) / 2))";

    private static final String ZIGZAG = IN_HEAD + " * abs(" + IN_HEAD + ")";

    final int width;
    final int headSize;
    final int layer;
    final int layers;
    final int heads;
    final int decays;
    final int rates;
    final int mixes;
    final int gates;

    @Shape(dims = "1, 1, width")
    @Rwkv7Mix(exponent = 0.2)
    float[] x_r;

    @Shape(dims = "1, 1, width")
    @Rwkv7Mix(exponent = 0.9)
    float[] x_w;

    @Shape(dims = "1, 1, width")
    @Rwkv7Mix(exponent = 0.7)
    float[] x_k;

    @Shape(dims = "1, 1, width")
    @Rwkv7Mix(exponent = 0.7)
    float[] x_v;

    @Shape(dims = "1, 1, width")
    @Rwkv7Mix(exponent = 0.9)
    float[] x_a;

    @Shape(dims = "1, 1, width")
    @Rwkv7Mix(exponent = 0.2)
    float[] x_g;

    @Shape(dims = "width, decays")
    @Zeros
    float[] w1;

    @Shape(dims = "decays, width")
    @OrthogonalOfPair
    float[] w2;

    @Shape(dims = "1, 1, width")
    @Table("-6 + 6 * pow(i2 / (n2 - 1), 1 + pow(layer / (layers - 1), 0.3)) + 0.5 + 2.5 * " + ZIGZAG)
    float[] w0;

    @Shape(dims = "width, rates")
    @Zeros
    float[] a1;

    @Shape(dims = "rates, width")
    @OrthogonalOfPair
    float[] a2;

    @Shape(dims = "1, 1, width")
    @Table("-0.19 + 0.3 * " + ZIGZAG + " + 0.4 * " + LINEAR)
    float[] a0;

    @Shape(dims = "width, mixes")
    @Zeros
    float[] v1;

    @Shape(dims = "mixes, width")
    @OrthogonalOfPair
    float[] v2;

    @Shape(dims = "1, 1, width")
    @Table("0.73 - 0.4 * " + LINEAR)
    float[] v0;

    @Shape(dims = "width, gates")
    @Zeros
    float[] g1;

    @Shape(dims = "gates, width")
    @OrthogonalOfPair
    float[] g2;

    @Shape(dims = "1, 1, width")
    @Table("0.71 - 0.1 * " + LINEAR)
    float[] k_k;

    @Shape(dims = "1, 1, width")
    @Constant(1.02)
    float[] k_a;

    /** A vector for each head: one number for each channel, which is multiplied by what the inputs make of that channel. */
    @Shape(dims = "heads, headSize", stacked = 1)
    @Constant(-0.04)
    float[] r_k;

    final Linear receptance;
    final Linear key;
    final Linear value;
    final Linear output;
    final GroupNorm ln_x;

    public TimeMix(Config config, int layer) {
        width = config.width();
        headSize = config.headSize();
        this.layer = layer;
        layers = config.layers();
        heads = width / headSize;
        decays = rank(2.5);
        rates = rank(2.5);
        mixes = rank(1.7);
        gates = rank(5);
        receptance = new Linear(width, width, false);
        key = new Linear(width, width, false);
        value = new Linear(width, width, false);
        output = new Linear(width, width, false);
        ln_x = new GroupNorm(width);
    }

    /** The nearest multiple of 32 to so many roots of the width; of two that are as near, the even one, as Python rounds. */
    private int rank(double roots) {
        return Math.max(32, 32 * (int) Math.rint(roots * Math.sqrt(width) / 32));
    }

    /** U(±0.5 / √width). */
    @Uniform
    @Formula(a = "-0.5 / sqrt(width)", b = "0.5 / sqrt(width)")
    @interface HalfUniform {}

    /** U(±0.05 / √width). */
    @Uniform
    @Formula(a = "-0.05 / sqrt(width)", b = "0.05 / sqrt(width)")
    @interface SmallUniform {}

    /** {@code ortho_init(x, 0.1)}. */
    @Orthogonal
    @Formula(gain = "0.1 * sqrt(max(1, shape.out / shape.in))")
    @interface OrthogonalOfPair {}
}
