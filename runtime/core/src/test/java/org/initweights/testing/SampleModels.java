package org.initweights.testing;

import static org.initweights.Distribution.NORMAL;
import static org.initweights.FanMode.FAN_AVG;
import static org.initweights.FanMode.FAN_OUT;
import static org.initweights.Initializers.bilinearUpsampling;
import static org.initweights.Initializers.constant;
import static org.initweights.Initializers.deltaOrthogonal;
import static org.initweights.Initializers.dirac;
import static org.initweights.Initializers.eye;
import static org.initweights.Initializers.hippoLegs;
import static org.initweights.Initializers.icnr;
import static org.initweights.Initializers.inverseSoftplusLogUniform;
import static org.initweights.Initializers.kaimingNormal;
import static org.initweights.Initializers.lecunNormal;
import static org.initweights.Initializers.lecunUniform;
import static org.initweights.Initializers.logRange;
import static org.initweights.Initializers.mupBranchHidden;
import static org.initweights.Initializers.mupHidden;
import static org.initweights.Initializers.mupSharedReadout;
import static org.initweights.Initializers.mupVector;
import static org.initweights.Initializers.normal;
import static org.initweights.Initializers.orthogonal;
import static org.initweights.Initializers.sparse;
import static org.initweights.Initializers.spectralVector;
import static org.initweights.Initializers.table;
import static org.initweights.Initializers.torchDefault;
import static org.initweights.Initializers.truncNormal;
import static org.initweights.Initializers.uniform;
import static org.initweights.Initializers.values;
import static org.initweights.Initializers.varianceScaling;
import static org.initweights.Initializers.weightNormGain;
import static org.initweights.Initializers.xavierUniform;
import static org.initweights.Initializers.zerO;
import static org.initweights.Initializers.zeros;
import static org.initweights.Nonlinearity.RELU;
import static org.initweights.SingularSide.LEFT;
import static org.initweights.SingularSide.RIGHT;

import java.util.Map;
import org.initweights.BaseWeights;
import org.initweights.DType;
import org.initweights.Initializers;
import org.initweights.Layer;
import org.initweights.Layout;
import org.initweights.TensorShape;
import org.initweights.WeightsBuilder;

/** Declarations for tests of plans. */
public final class SampleModels {

    private SampleModels() {}

    /** Tensors of every kind of fill, in every type. */
    public static void everyInitializer(WeightsBuilder builder) {
        for (DType dtype : FloatTypes.ALL) {
            builder.scope(dtype.name(), scope -> everyInitializer(scope, dtype));
        }
    }

    private static void everyInitializer(WeightsBuilder builder, DType dtype) {
        builder.tensor("scalar", dtype, constant(0.1))
                .tensor("empty", dtype, normal(), 0, 3)
                .tensor("constant", dtype, constant(0.3), 70, 50)
                .tensor("uniform", dtype, uniform(-0.1, 0.2), 37, 5)
                .tensor("normal", dtype, normal(0.5, 0.02), 1234)
                .tensor("truncNormal", dtype, truncNormal(0, 1, -2, 2), 33, 31)
                .tensor("truncNormal.tail", dtype, truncNormal(0, 1, 1, 2), 33, 31)
                .tensor("lecunNormal", dtype, lecunNormal(), 20, 30)
                .tensor("lecunUniform", dtype, lecunUniform(), 20, 30)
                .tensor("scaled", dtype, varianceScaling(2, FAN_AVG, NORMAL), 20, 30)
                .tensor("xavier", dtype, xavierUniform(), 20, 30)
                .tensor("kaiming", dtype, kaimingNormal(FAN_OUT, RELU), 8, 4, 3, 3)
                .tensor("eye", dtype, eye(), 9, 7)
                .tensor("dirac", dtype, dirac(2), 8, 4, 3, 3)
                .tensor("bilinear", dtype, bilinearUpsampling(), 4, 4, 4, 4)
                .tensor("orthogonal", dtype, orthogonal(2), 60, 50)
                .tensor("orthogonal.wide", dtype, orthogonal(), 50, 60)
                .tensor("delta", TensorShape.of(3, 3, 5, 8).withLayout(Layout.SPATIAL_IN_OUT), dtype, deltaOrthogonal())
                .tensor("sparse", dtype, sparse(0.3, 0.5), 40, 30)
                .tensor("icnr", dtype, icnr(2), 16, 4, 3, 3)
                .tensor("norms", dtype, weightNormGain("icnr"), 16, 1, 1, 1)
                .tensor("left", dtype, spectralVector("orthogonal.wide", LEFT), 50)
                .tensor("right", dtype, spectralVector("icnr", RIGHT, 1, 2), 144)
                .tensor("logRange", dtype, logRange(), 5, 16)
                .tensor("zerO", dtype, zerO(), 12, 5)
                .tensor("mup", dtype, mupHidden(0.5, 4), 12, 5)
                .tensor("mupBranch", dtype, mupBranchHidden(0.5, 4, 6, 2, 0.5), 12, 5)
                .tensor("mupShared", dtype, mupSharedReadout(0.5, 4), 12, 5)
                .tensor("roled", dtype, weightNormGain("mup").withRole(mupVector(0, 4)), 12, 1)
                .tensor("hippo", dtype, hippoLegs(), 16, 16)
                .tensor("softplus", dtype, inverseSoftplusLogUniform(), 500)
                .tensor(
                        "table",
                        dtype,
                        table("i1 < 3 ? sin(i0 / pow(theta, i1 / n1)) : mod(i0, 7) / 8", Map.of("theta", 100)),
                        40,
                        30)
                .tensor("values", dtype, values(0.1, -2.5, 3), 3)
                .tensor("transformed", dtype, uniform(1, 16).transformed("log(x)"), 500)
                .tensor("packed", TensorShape.of(60, 20).withPacked(3), dtype, orthogonal())
                .tensor("sliced", dtype, normal().withRows(3, 5, zeros()).withRows(9, 40, uniform()), 50, 20)
                .tensor("attn.in_proj_weight", dtype, torchDefault(Layer.MULTIHEAD_ATTENTION), 24, 8)
                .tensor("attn.out_proj.weight", dtype, torchDefault(Layer.LINEAR), 8, 8)
                .tensor("attn.out_proj.bias", dtype, zeros(), 8);
    }

    /** A tensor of every kind of fill that begins with a stored one, by {@link BaseFile#sample}. */
    public static void everyBeginning(WeightsBuilder builder) {
        BaseWeights base = Initializers.from(BaseFile.sample());
        builder.tensor("copied", DType.F64, base.copy("matrix"), 12, 12)
                .tensor("experts", DType.F64, base.experts("flat", 0.1), 3, 4, 6)
                .tensor("resized", DType.F64, base.resized("matrix"), 15, 12)
                .tensor("widened.out", DType.F64, base.widened("h", 5).outChannels("flat"), 9, 6)
                .tensor("widened.in", DType.F64, base.widened("h", 5).inChannels("flat"), 4, 9)
                .tensor("a", DType.F64, base.pissa("flat", 2, 4).a(), 2, 6)
                .tensor("b", DType.F64, base.olora("flat", 2, 4).b(), 4, 2)
                .tensor("residual", DType.F64, base.pissa("flat", 2, 4).residual(), 4, 6);
    }

    /** Tensors that are larger than the least memory, of every kind of fill that is written out of order. */
    public static void largerThanMemory(WeightsBuilder builder) {
        for (DType dtype : FloatTypes.ALL) {
            builder.scope(
                    dtype.name(),
                    scope -> scope.tensor("normal", dtype, normal(0, 0.02), 900, 1001)
                            .tensor("truncNormal", dtype, truncNormal(0, 1, -1.5, 2), 300, 1003)
                            .tensor("truncNormal.tail", dtype, truncNormal(0, 1, 1, 2), 300_001)
                            .tensor("sparse", dtype, sparse(0.1), 700, 900)
                            .tensor("orthogonal", dtype, orthogonal(), 1500, 200)
                            .tensor("delta", dtype, deltaOrthogonal(), 130, 125, 3, 3)
                            .tensor("icnr", dtype, icnr(2), 128, 250, 3, 3)
                            .tensor(
                                    "sliced",
                                    dtype,
                                    normal().withRows(100, 700, zeros()).withRows(800, 1300, uniform()),
                                    1500,
                                    400));
        }
    }
}
