package good;

import static org.initweights.Distribution.NORMAL;
import static org.initweights.FanMode.FAN_AVG;
import static org.initweights.Initializers.constant;
import static org.initweights.Initializers.deltaOrthogonal;
import static org.initweights.Initializers.dirac;
import static org.initweights.Initializers.eye;
import static org.initweights.Initializers.lecunNormal;
import static org.initweights.Initializers.lecunUniform;
import static org.initweights.Initializers.normal;
import static org.initweights.Initializers.ones;
import static org.initweights.Initializers.orthogonal;
import static org.initweights.Initializers.sparse;
import static org.initweights.Initializers.truncNormal;
import static org.initweights.Initializers.uniform;
import static org.initweights.Initializers.varianceScaling;
import static org.initweights.Initializers.zeros;
import static org.initweights.Layout.IN_OUT_SPATIAL;
import static org.initweights.Layout.SPATIAL_IN_OUT;
import static org.initweights.collect.TensorType.BF16;
import static org.initweights.collect.TensorType.DOUBLES;
import static org.initweights.collect.TensorType.DOUBLE_BUFFER;
import static org.initweights.collect.TensorType.FLOATS;
import static org.initweights.collect.TensorType.FLOAT_BUFFER;
import static org.initweights.collect.TensorType.FP16_BUFFER;
import static org.initweights.collect.TensorType.nested;

import org.initweights.Parameters;
import org.initweights.Plan;
import org.initweights.RandomSource;
import org.initweights.TensorShape;
import org.initweights.collect.Generated;
import org.initweights.collect.Models;
import org.initweights.collect.ParameterCollector;

/**
 * Initialises the weights of {@link Everything}.
 *
 * <table>
 * <caption>Parameters: 937 elements in total</caption>
 * <tr><th>parameter</th><th>shape</th><th>initializer</th><th>distribution</th><th>elements</th></tr>
 * <tr><td>uniform</td><td>[3, 4]</td><td>uniform</td><td>U(±0.5)</td><td>12</td></tr>
 * <tr><td>normal</td><td>[3, 4]</td><td>normal</td><td>N(0, 0.02²)</td><td>12</td></tr>
 * <tr><td>truncNormal</td><td>[3, 4]</td><td>truncated normal</td><td>N(0, 0.02²) on [-0.04, 0.04]</td><td>12</td></tr>
 * <tr><td>constant</td><td>[5]</td><td>constant 0.3</td><td>0.3</td><td>5</td></tr>
 * <tr><td>scalar</td><td>[]</td><td>ones</td><td>1</td><td>1</td></tr>
 * <tr><td>zeros</td><td>[2, 3]</td><td>zeros</td><td>0</td><td>6</td></tr>
 * <tr><td>eye</td><td>[3, 3]</td><td>identity</td><td>identity</td><td>9</td></tr>
 * <tr><td>dirac</td><td>[4, 2, 3, 3]</td><td>Dirac</td><td>identity in 2 groups</td><td>72</td></tr>
 * <tr><td>xavierUniform</td><td>[3, 4]</td><td>Xavier uniform</td><td>U(±1.543)</td><td>12</td></tr>
 * <tr><td>xavierNormal</td><td>[3, 4]</td><td>Xavier normal</td><td>N(0, 1.069²)</td><td>12</td></tr>
 * <tr><td>kaimingUniform</td><td>[3, 4]</td><td>Kaiming uniform</td><td>U(±1.201)</td><td>12</td></tr>
 * <tr><td>kaimingNormal</td><td>[HIDDEN, 2 * (HIDDEN + 1)]</td><td>Kaiming normal</td><td>N(0, 0.2774²)</td><td>312</td></tr>
 * <tr><td>lecunUniform</td><td>[3, 4]</td><td>LeCun uniform</td><td>U(±0.866)</td><td>12</td></tr>
 * <tr><td>lecunNormal</td><td>[3, 4]</td><td>LeCun normal</td><td>N(0, 0.5684²) on [-1.137, 1.137]</td><td>12</td></tr>
 * <tr><td>scaled</td><td>[3, 4]</td><td>variance scaling, normal</td><td>N(0, 0.7559²)</td><td>12</td></tr>
 * <tr><td>orthogonal</td><td>[3, 4]</td><td>orthogonal</td><td>orthogonal</td><td>12</td></tr>
 * <tr><td>deltaOrthogonal</td><td>[3, 3, 2, 4]</td><td>delta-orthogonal</td><td>orthogonal at the centre</td><td>72</td></tr>
 * <tr><td>sparse</td><td>[10, 4]</td><td>sparse</td><td>N(0, 0.01²), 3 of 10 zero in each column</td><td>40</td></tr>
 * <tr><td>transposed</td><td>[8, 4, 3, 3]</td><td>PyTorch 0.4's ConvTranspose</td><td>U(±0.1179)</td><td>288</td></tr>
 * <tr><td>own</td><td>[3, 4]</td><td>{@code @InitWith(Small.class)}</td><td>by Small</td><td>12</td></tr>
 * </table>
 */
@Generated(
        value = "org.initweights.processor.InitWeightsProcessor",
        model = "65ea47bd8120f2bb"
)
final class EverythingInit {
    static {
        Models.register(Everything.class, EverythingInit::collect);
    }

    private EverythingInit() {
    }

    /**
     * Initialises every parameter of {@code model}, as with {@link RandomSource#seeded(long)}.
     */
    static void initWeights(Everything model, long seed) {
        initWeights(model, RandomSource.seeded(seed));
    }

    /**
     * Allocates the parameters of {@code model} that are null, and initialises every one.
     */
    static void initWeights(Everything model, RandomSource random) {
        parameters(model).initialize(random);
    }

    /**
     * {@return every parameter of {@code model}; those that are null are allocated first}
     */
    static Parameters parameters(Everything model) {
        return ParameterCollector.collect(model, EverythingInit::collect);
    }

    /**
     * {@return what {@link #parameters} would be, without memory: those that are null stay so}
     */
    static Plan plan(Everything model) {
        return ParameterCollector.plan(model, EverythingInit::collect);
    }

    /**
     * Adds the parameters of {@code model} to those of a model that contains it.
     */
    static void collect(Everything model, ParameterCollector parameters) {
        model.uniform = parameters.addOrAllocate("uniform", FLOATS, model.uniform,
                TensorShape.of(3, 4), uniform(-0.5, 0.5));

        model.normal = parameters.addOrAllocate("normal", DOUBLES, model.normal,
                TensorShape.of(3, 4), normal(0, 0.02));

        model.truncNormal = parameters.addOrAllocate("truncNormal", nested(float[][].class),
                model.truncNormal,
                TensorShape.of(3, 4), truncNormal(0, 0.02, -0.04, 0.04));

        model.constant = parameters.addOrAllocate("constant", FLOAT_BUFFER, model.constant,
                TensorShape.of(5), constant(0.3));

        model.scalar = parameters.addOrAllocate("scalar", DOUBLE_BUFFER, model.scalar,
                TensorShape.of(), ones());

        model.zeros = parameters.addOrAllocate("zeros", BF16, model.zeros,
                TensorShape.of(2, 3), zeros());

        model.eye = parameters.addOrAllocate("eye", FP16_BUFFER, model.eye,
                TensorShape.of(3, 3), eye());

        // dirac [4, 2, 3, 3]: Dirac, passes 2 channels through in each of 2 groups
        model.dirac = parameters.addOrAllocate("dirac", nested(double[][][][].class), model.dirac,
                TensorShape.of(4, 2, 3, 3), dirac(2));

        // xavierUniform [3, 4]: Xavier uniform, fan_in 4, fan_out 3, gain 5/3 → bound 1.543
        model.xavierUniform = parameters.addOrAllocate("xavierUniform", FLOATS, model.xavierUniform,
                TensorShape.of(3, 4), uniform(-1.5430334996209192, 1.5430334996209192));

        // xavierNormal [3, 4]: Xavier normal, fan_in 4, fan_out 3, gain 2 → std 1.069
        model.xavierNormal = parameters.addOrAllocate("xavierNormal", FLOATS, model.xavierNormal,
                TensorShape.of(3, 4), normal(0, 1.0690449676496976));

        // kaimingUniform [3, 4]: Kaiming uniform, fan_in 4, gain(leaky_relu, 0.2) 1.387 → bound 1.201
        model.kaimingUniform = parameters.addOrAllocate("kaimingUniform", FLOATS,
                model.kaimingUniform,
                TensorShape.of(3, 4), uniform(-1.2009611535381535, 1.2009611535381535));

        // kaimingNormal [HIDDEN, 2 * (HIDDEN + 1)]: Kaiming normal, fan_in 26, gain(relu) √2 → std 0.2774
        model.kaimingNormal = parameters.addOrAllocate("kaimingNormal", FLOATS, model.kaimingNormal,
                TensorShape.of(12, 26), normal(0, 0.2773500981126146));

        // lecunUniform [3, 4]: LeCun uniform, fan_in 4 → bound 0.866
        model.lecunUniform = parameters.addOrAllocate("lecunUniform", FLOATS, model.lecunUniform,
                TensorShape.of(3, 4), lecunUniform());

        // lecunNormal [3, 4]: LeCun normal, fan_in 4 → std 0.5 after the cut at ±2σ
        model.lecunNormal = parameters.addOrAllocate("lecunNormal", FLOATS, model.lecunNormal,
                TensorShape.of(3, 4), lecunNormal());

        // scaled [3, 4]: variance scaling, normal, fan_avg 3.5, scale 2 → std 0.7559
        model.scaled = parameters.addOrAllocate("scaled", FLOATS, model.scaled,
                TensorShape.of(3, 4), varianceScaling(2, FAN_AVG, NORMAL));

        // orthogonal [3, 4]: orthogonal, as a matrix of 3 × 4
        model.orthogonal = parameters.addOrAllocate("orthogonal", FLOATS, model.orthogonal,
                TensorShape.of(3, 4), orthogonal(1));

        model.deltaOrthogonal = parameters.addOrAllocate("deltaOrthogonal", FLOATS,
                model.deltaOrthogonal,
                TensorShape.of(3, 3, 2, 4).withLayout(SPATIAL_IN_OUT), deltaOrthogonal(1));

        // sparse [10, 4]: sparse, std 0.01, 25% zeros in each column (3 of 10)
        model.sparse = parameters.addOrAllocate("sparse", FLOATS, model.sparse,
                TensorShape.of(10, 4), sparse(0.25, 0.01));

        // transposed [8, 4, 3, 3] (IN_OUT_SPATIAL, 2 groups): PyTorch 0.4's ConvTranspose, ungrouped fan_in 72 → U(±0.1179)
        model.transposed = parameters.addOrAllocate("transposed", FLOATS, model.transposed,
                TensorShape.of(8, 4, 3, 3).withLayout(IN_OUT_SPATIAL).withGroups(2),
                        uniform(-0.11785113019775793, 0.11785113019775793));

        model.own = parameters.addOrAllocate("own", FLOATS, model.own,
                TensorShape.of(3, 4), new Everything.Small());
    }
}
