package org.initweights.processor.read;

import static java.util.Map.entry;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.initweights.Distribution;
import org.initweights.FanMode;
import org.initweights.Initializer;
import org.initweights.Initializers;
import org.initweights.Nonlinearity;
import org.initweights.SingularSide;
import org.initweights.annotation.Constant;
import org.initweights.annotation.DeltaOrthogonal;
import org.initweights.annotation.Dirac;
import org.initweights.annotation.Eye;
import org.initweights.annotation.InitWith;
import org.initweights.annotation.KaimingNormal;
import org.initweights.annotation.KaimingUniform;
import org.initweights.annotation.LecunNormal;
import org.initweights.annotation.LecunUniform;
import org.initweights.annotation.Normal;
import org.initweights.annotation.Ones;
import org.initweights.annotation.Orthogonal;
import org.initweights.annotation.Sparse;
import org.initweights.annotation.Table;
import org.initweights.annotation.TorchDefault;
import org.initweights.annotation.TruncNormal;
import org.initweights.annotation.Uniform;
import org.initweights.annotation.VarianceScaling;
import org.initweights.annotation.XavierNormal;
import org.initweights.annotation.XavierUniform;
import org.initweights.annotation.Zeros;
import org.initweights.processor.model.InitializerCall;
import org.initweights.processor.model.InitializerCall.Argument;
import org.initweights.recipe.BilinearUpsampling;
import org.initweights.recipe.HippoLegs;
import org.initweights.recipe.Icnr;
import org.initweights.recipe.MambaALog;
import org.initweights.recipe.MambaDtBias;
import org.initweights.recipe.MupBranchHidden;
import org.initweights.recipe.MupBranchVector;
import org.initweights.recipe.MupEmbedding;
import org.initweights.recipe.MupHidden;
import org.initweights.recipe.MupInput;
import org.initweights.recipe.MupOutput;
import org.initweights.recipe.MupSharedReadout;
import org.initweights.recipe.MupVector;
import org.initweights.recipe.SpectralVector;
import org.initweights.recipe.WeightNormGain;
import org.initweights.recipe.ZerO;

/** The annotations that are initializers, and the factory of {@link Initializers} that each stands for. */
final class InitializerCatalogue {

    private static final Map<String, Entry> ENTRIES = Map.ofEntries(
            of(Uniform.class, "uniform", List.of("a", "b"), v -> Initializers.uniform(v.number("a"), v.number("b"))),
            of(
                    Normal.class,
                    "normal",
                    List.of("mean", "std"),
                    v -> Initializers.normal(v.number("mean"), v.number("std"))),
            of(
                    TruncNormal.class,
                    "truncNormal",
                    List.of("mean", "std", "a", "b"),
                    v -> Initializers.truncNormal(v.number("mean"), v.number("std"), v.number("a"), v.number("b"))),
            of(Constant.class, "constant", List.of("value"), v -> Initializers.constant(v.number("value"))),
            of(Ones.class, "ones", List.of(), v -> Initializers.ones()),
            of(Zeros.class, "zeros", List.of(), v -> Initializers.zeros()),
            of(Eye.class, "eye", List.of(), v -> Initializers.eye()),
            of(Dirac.class, "dirac", List.of("groups"), v -> Initializers.dirac(v.integer("groups"))),
            of(XavierUniform.class, "xavierUniform", List.of("gain"), v -> Initializers.xavierUniform(gain(v))),
            of(XavierNormal.class, "xavierNormal", List.of("gain"), v -> Initializers.xavierNormal(gain(v))),
            of(
                    KaimingUniform.class,
                    "kaimingUniform",
                    List.of("a", "mode", "nonlinearity"),
                    v -> Initializers.kaimingUniform(v.number("a"), mode(v), nonlinearity(v))),
            of(
                    KaimingNormal.class,
                    "kaimingNormal",
                    List.of("a", "mode", "nonlinearity"),
                    v -> Initializers.kaimingNormal(v.number("a"), mode(v), nonlinearity(v))),
            of(LecunUniform.class, "lecunUniform", List.of(), v -> Initializers.lecunUniform()),
            of(LecunNormal.class, "lecunNormal", List.of(), v -> Initializers.lecunNormal()),
            of(
                    VarianceScaling.class,
                    "varianceScaling",
                    List.of("scale", "mode", "distribution"),
                    v -> Initializers.varianceScaling(
                            v.number("scale"), mode(v), v.constant("distribution", Distribution.class))),
            of(Orthogonal.class, "orthogonal", List.of("gain"), v -> Initializers.orthogonal(v.number("gain"))),
            of(
                    DeltaOrthogonal.class,
                    "deltaOrthogonal",
                    List.of("gain"),
                    v -> Initializers.deltaOrthogonal(v.number("gain"))),
            of(Icnr.class, "icnr", List.of("scale"), v -> Initializers.icnr(v.integer("scale"))),
            of(BilinearUpsampling.class, "bilinearUpsampling", List.of(), v -> Initializers.bilinearUpsampling()),
            of(MambaALog.class, "logRange", List.of(), v -> Initializers.logRange()),
            of(
                    MambaDtBias.class,
                    "inverseSoftplusLogUniform",
                    List.of("low", "high", "floor"),
                    v -> Initializers.inverseSoftplusLogUniform(v.number("low"), v.number("high"), v.number("floor"))),
            of(
                    Table.class,
                    "table",
                    List.of("value"),
                    v -> Initializers.table(
                            v.text("value"), v.own().table().numbers().known().orElseThrow())),
            of(
                    SpectralVector.class,
                    "spectralVector",
                    List.of("of", "side", "axis", "iterations"),
                    v -> Initializers.spectralVector(
                            v.text("of"),
                            v.constant("side", SingularSide.class),
                            v.integer("axis"),
                            v.integer("iterations"))),
            of(
                    WeightNormGain.class,
                    "weightNormGain",
                    List.of("of", "axis"),
                    v -> Initializers.weightNormGain(v.text("of"), v.integer("axis"))),
            of(ZerO.class, "zerO", List.of(), v -> Initializers.zerO()),
            of(
                    MupInput.class,
                    "mupInput",
                    List.of("gain", "base"),
                    v -> Initializers.mupInput(v.number("gain"), v.number("base"))),
            of(
                    MupEmbedding.class,
                    "mupEmbedding",
                    List.of("std", "base"),
                    v -> Initializers.mupEmbedding(v.number("std"), v.number("base"))),
            of(
                    MupVector.class,
                    "mupVector",
                    List.of("value", "base"),
                    v -> Initializers.mupVector(v.number("value"), v.number("base"))),
            of(
                    MupHidden.class,
                    "mupHidden",
                    List.of("gain", "base"),
                    v -> Initializers.mupHidden(v.number("gain"), v.number("base"))),
            branch(MupBranchHidden.class, "mupBranchHidden", "gain", Initializers::mupBranchHidden),
            branch(MupBranchVector.class, "mupBranchVector", "value", Initializers::mupBranchVector),
            of(
                    MupOutput.class,
                    "mupOutput",
                    List.of("gain", "base"),
                    v -> Initializers.mupOutput(v.number("gain"), v.number("base"))),
            of(
                    MupSharedReadout.class,
                    "mupSharedReadout",
                    List.of("std", "base"),
                    v -> Initializers.mupSharedReadout(v.number("std"), v.number("base"))),
            of(HippoLegs.class, "hippoLegs", List.of(), v -> Initializers.hippoLegs()),
            of(
                    Sparse.class,
                    "sparse",
                    List.of("sparsity", "std"),
                    v -> Initializers.sparse(v.number("sparsity"), v.number("std"))));

    private InitializerCatalogue() {}

    /** Whether the annotation of this name is an initializer. */
    static boolean contains(String annotation) {
        return ENTRIES.containsKey(annotation)
                || annotation.equals(TorchDefault.class.getCanonicalName())
                || annotation.equals(InitWith.class.getCanonicalName());
    }

    /** What an annotation stands for; empty for those that depend on more than their own members. */
    static Optional<Entry> find(String annotation) {
        return Optional.ofNullable(ENTRIES.get(annotation));
    }

    private static double gain(InitializerArguments arguments) {
        return arguments.isGiven("nonlinearity") ? nonlinearity(arguments).gain() : arguments.number("gain");
    }

    private static FanMode mode(InitializerArguments arguments) {
        return arguments.constant("mode", FanMode.class);
    }

    private static Nonlinearity nonlinearity(InitializerArguments arguments) {
        return arguments.constant("nonlinearity", Nonlinearity.class);
    }

    private static Map.Entry<String, Entry> of(
            Class<?> annotation,
            String factory,
            List<String> members,
            Function<InitializerArguments, Initializer> rule) {
        return entry(annotation.getCanonicalName(), new Entry(factory, members, rule));
    }

    /** A factory of the maximal update parametrization inside of a residual block. */
    @FunctionalInterface
    private interface BranchFactory {
        Initializer of(double scale, double base, double depth, double baseDepth, double depthExponent);
    }

    private static Map.Entry<String, Entry> branch(
            Class<?> annotation, String name, String scale, BranchFactory factory) {
        return of(
                annotation,
                name,
                List.of(scale, "base", "depth", "baseDepth", "depthExponent"),
                v -> factory.of(
                        v.number(scale),
                        v.number("base"),
                        v.number("depth"),
                        v.number("baseDepth"),
                        v.number("depthExponent")));
    }

    /**
     * One annotation.
     *
     * @param factory the method of {@link Initializers} with the same parameters
     * @param members the annotation's members, in the order of the factory's parameters
     * @param rule calls the factory
     */
    record Entry(String factory, List<String> members, Function<InitializerArguments, Initializer> rule) {

        /** The call of the factory. */
        InitializerCall call(InitializerArguments given) {
            boolean gainOfNonlinearity = given.isGiven("nonlinearity") && !members.contains("nonlinearity");
            List<String> named = gainOfNonlinearity ? List.of("nonlinearity") : members;
            List<Argument> arguments =
                    new ArrayList<>(named.stream().map(given::argument).toList());
            if (!given.own().table().numbers().byName().isEmpty()) {
                arguments.add(given.own().table().numbers());
            }
            return new InitializerCall.Factory(factory, arguments);
        }
    }
}
