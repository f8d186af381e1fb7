package org.initweights.nd4j;

import static org.initweights.Distribution.NORMAL;
import static org.initweights.Distribution.UNIFORM;
import static org.initweights.FanMode.FAN_AVG;
import static org.initweights.FanMode.FAN_IN;
import static org.initweights.FanMode.FAN_OUT;
import static org.initweights.Initializers.kaimingNormal;
import static org.initweights.Initializers.kaimingUniform;
import static org.initweights.Initializers.normal;
import static org.initweights.Initializers.truncNormal;
import static org.initweights.Initializers.uniform;
import static org.initweights.Initializers.varianceScaling;
import static org.initweights.Initializers.xavierNormal;
import static org.initweights.Initializers.xavierUniform;
import static org.initweights.Nonlinearity.RELU;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.deeplearning4j.nn.weights.IWeightInit;
import org.deeplearning4j.nn.weights.WeightInitConstant;
import org.deeplearning4j.nn.weights.WeightInitDistribution;
import org.deeplearning4j.nn.weights.WeightInitIdentity;
import org.deeplearning4j.nn.weights.WeightInitLecunUniform;
import org.deeplearning4j.nn.weights.WeightInitNormal;
import org.deeplearning4j.nn.weights.WeightInitRelu;
import org.deeplearning4j.nn.weights.WeightInitReluUniform;
import org.deeplearning4j.nn.weights.WeightInitSigmoidUniform;
import org.deeplearning4j.nn.weights.WeightInitUniform;
import org.deeplearning4j.nn.weights.WeightInitVarScalingNormalFanAvg;
import org.deeplearning4j.nn.weights.WeightInitVarScalingNormalFanIn;
import org.deeplearning4j.nn.weights.WeightInitVarScalingNormalFanOut;
import org.deeplearning4j.nn.weights.WeightInitVarScalingUniformFanAvg;
import org.deeplearning4j.nn.weights.WeightInitVarScalingUniformFanIn;
import org.deeplearning4j.nn.weights.WeightInitVarScalingUniformFanOut;
import org.deeplearning4j.nn.weights.WeightInitXavier;
import org.deeplearning4j.nn.weights.WeightInitXavierLegacy;
import org.deeplearning4j.nn.weights.WeightInitXavierUniform;
import org.initweights.Distribution;
import org.initweights.FanMode;
import org.initweights.Initializer;
import org.initweights.Initializers;
import org.jspecify.annotations.Nullable;

/**
 * The library's initializer for one of Deeplearning4j's, as its code has it, which is not always as its name says: LECUN_UNIFORM has three
 * times the variance of LeCun's.
 *
 * @param type the class of Deeplearning4j
 * @param rule the same distribution; empty if there is none
 */
record ConfiguredRule<W extends IWeightInit>(Class<W> type, BiFunction<W, WeightCall, Optional<Initializer>> rule) {

    private static final List<ConfiguredRule<?>> ALL = List.of(
            scaled(WeightInitXavier.class, xavierNormal(), FAN_AVG, 1, NORMAL),
            scaled(WeightInitXavierUniform.class, xavierUniform(), FAN_AVG, 1, UNIFORM),
            scaled(WeightInitSigmoidUniform.class, xavierUniform(4), FAN_AVG, 16, UNIFORM),
            scaled(WeightInitRelu.class, kaimingNormal(FAN_IN, RELU), FAN_IN, 2, NORMAL),
            scaled(WeightInitReluUniform.class, kaimingUniform(FAN_IN, RELU), FAN_IN, 2, UNIFORM),
            scaled(WeightInitNormal.class, FAN_IN, 1, NORMAL),
            scaled(WeightInitUniform.class, FAN_IN, 1.0 / 3, UNIFORM),
            scaled(WeightInitLecunUniform.class, FAN_IN, 3, UNIFORM),
            rule(WeightInitXavierLegacy.class, (init, call) -> legacy(call)),
            rule(WeightInitVarScalingNormalFanIn.class, (init, call) -> cut(init.getScale(), FAN_IN, call)),
            rule(WeightInitVarScalingNormalFanOut.class, (init, call) -> cut(init.getScale(), FAN_OUT, call)),
            rule(WeightInitVarScalingNormalFanAvg.class, (init, call) -> cut(init.getScale(), FAN_AVG, call)),
            rule(WeightInitVarScalingUniformFanIn.class, (init, call) -> flat(init.getScale(), FAN_IN, call)),
            rule(WeightInitVarScalingUniformFanOut.class, (init, call) -> flat(init.getScale(), FAN_OUT, call)),
            rule(WeightInitVarScalingUniformFanAvg.class, (init, call) -> flat(init.getScale(), FAN_AVG, call)),
            rule(WeightInitIdentity.class, (init, call) -> identity(init.getScale(), call)),
            rule(
                    WeightInitConstant.class,
                    (init, call) -> ConfigurationText.value(init).map(Initializers::constant)),
            rule(
                    WeightInitDistribution.class,
                    (init, call) -> ConfigurationText.distribution(init)
                            .flatMap(distribution -> ConfiguredDistribution.of(
                                    distribution, call.shape().rank()))),
            rule(Nd4jWeightInit.class, (init, call) -> init.initializer()));

    /** What a weight starts as by its layer's configuration; empty if this library has no such initializer. */
    static Optional<Initializer> of(WeightCall call) {
        return ALL.stream()
                .filter(rule -> rule.type == call.configured().getClass())
                .findFirst()
                .flatMap(rule -> rule.apply(call));
    }

    private Optional<Initializer> apply(WeightCall call) {
        return rule.apply(type.cast(call.configured()), call);
    }

    private static <W extends IWeightInit> ConfiguredRule<W> rule(
            Class<W> type, BiFunction<W, WeightCall, Optional<Initializer>> rule) {
        return new ConfiguredRule<>(type, rule);
    }

    private static <W extends IWeightInit> ConfiguredRule<W> scaled(
            Class<W> type, FanMode mode, double scale, Distribution distribution) {
        return scaled(type, varianceScaling(scale, mode, distribution), mode, scale, distribution);
    }

    /** By its own name, unless the layer's fans are not those of the shape. */
    private static <W extends IWeightInit> ConfiguredRule<W> scaled(
            Class<W> type, Initializer named, FanMode mode, double scale, Distribution distribution) {
        return rule(
                type,
                (init, call) -> Optional.of(
                        call.hasFansOfShape() ? named : spread(distribution, Math.sqrt(scale / fan(mode, call)))));
    }

    private static Initializer spread(Distribution distribution, double std) {
        return distribution == UNIFORM ? uniform(-Math.sqrt(3) * std, Math.sqrt(3) * std) : normal(0, std);
    }

    private static double fan(FanMode mode, WeightCall call) {
        return switch (mode) {
            case FAN_IN -> call.fanIn();
            case FAN_OUT -> call.fanOut();
            case FAN_AVG -> (call.fanIn() + call.fanOut()) / 2;
            case FAN_GEO_AVG -> Math.sqrt(call.fanIn() * call.fanOut());
        };
    }

    private static Optional<Initializer> legacy(WeightCall call) {
        return Optional.of(normal(
                0, 1 / Math.sqrt(call.shape().size(0) + (double) call.shape().size(1))));
    }

    /** Cut at two standard deviations, but not widened before, as variance scaling elsewhere is. */
    private static Optional<Initializer> cut(@Nullable Double scale, FanMode mode, WeightCall call) {
        double std = Math.sqrt((scale == null ? 1 : scale) / fan(mode, call));
        return Optional.of(truncNormal(0, std, -2 * std, 2 * std));
    }

    /** The scale multiplies the bound, not the variance. */
    private static Optional<Initializer> flat(@Nullable Double scale, FanMode mode, WeightCall call) {
        double bound = (scale == null ? 1 : scale) * 3 / Math.sqrt(fan(mode, call));
        return Optional.of(uniform(-bound, bound));
    }

    private static Optional<Initializer> identity(@Nullable Double scale, WeightCall call) {
        boolean isScaled = scale != null && scale != 1;
        return isScaled
                ? Optional.empty()
                : Optional.of(call.shape().rank() == 2 ? Initializers.eye() : Initializers.dirac());
    }
}
