package org.initweights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.initweights.Initializers.icnr;
import static org.initweights.Initializers.mupBranchHidden;
import static org.initweights.Initializers.mupBranchVector;
import static org.initweights.Initializers.mupEmbedding;
import static org.initweights.Initializers.mupHidden;
import static org.initweights.Initializers.mupInput;
import static org.initweights.Initializers.mupOutput;
import static org.initweights.Initializers.mupSharedReadout;
import static org.initweights.Initializers.mupVector;
import static org.initweights.Initializers.normal;
import static org.initweights.Initializers.table;
import static org.initweights.Initializers.zeros;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every role of the maximal update parametrization, given in every way, is the same wherever the parameter goes. The scales are written by hand
 * for 4 times the width and 9 times the depth of the base model, by table 8 of Tensor Programs V and table 1 of CompleteP.
 */
class EveryRoleIsKeptTest {

    private static final long[] DIMS = {32, 32, 2};

    /** What is handed to users: learning rates with Adam and SGD, output, branch. */
    private record Scales(double adam, double sgd, double output, double branch) {

        private static final Scales NONE = new Scales(1, 1, 1, 1);

        static Scales of(Parameter parameter) {
            return new Scales(
                    parameter.learningRateScale(Optimizer.ADAM),
                    parameter.learningRateScale(Optimizer.SGD),
                    parameter.outputMultiplier(),
                    parameter.branchMultiplier());
        }
    }

    private static Map<Initializer, Scales> roles() {
        Map<Initializer, Scales> roles = new LinkedHashMap<>();
        roles.put(mupInput(8), new Scales(1, 4, 1, 1));
        roles.put(mupEmbedding(1, 0.5), new Scales(1, 4, 1, 1));
        roles.put(mupVector(0, 0.5), new Scales(1, 4, 1, 1));
        roles.put(mupHidden(8), new Scales(0.25, 1, 1, 1));
        roles.put(mupOutput(8), new Scales(1, 4, 0.25, 1));
        roles.put(mupSharedReadout(1, 8), new Scales(1, 4, 0.25, 1));
        roles.put(mupBranchHidden(8, 18, 2), new Scales(0.25, 9, 1, 1 / 9.0));
        roles.put(mupBranchVector(0, 0.5, 18, 2, 1), new Scales(1, 36, 1, 1 / 9.0));
        return roles;
    }

    private static Map<String, UnaryOperator<Initializer>> ways() {
        Map<String, UnaryOperator<Initializer>> ways = new LinkedHashMap<>();
        ways.put("alone", role -> role);
        ways.put("of what is in no slice", role -> role.withRows(0, 2, zeros()));
        ways.put("of a slice", role -> zeros().withRows(0, 32, role));
        ways.put("of a slice of a slice", role -> normal().withRows(0, 32, zeros().withRows(0, 32, role)));
        ways.put("of a function", role -> role.transformed("x / 2"));
        ways.put("of each part of ICNR", role -> icnr(2, role));
        ways.put("beside a table", role -> table("i0 + i1").withRole(role));
        ways.put("beside a table, with rows", role -> table("i0").withRole(role).withRows(0, 1, zeros()));
        ways.put(
                "beside a constant of a function",
                role -> zeros().withRole(role).transformed("x + 1"));
        return ways;
    }

    static Stream<Arguments> given() {
        List<Arguments> all = new ArrayList<>();
        roles().forEach((role, scales) ->
                ways().forEach((way, given) -> all.add(Arguments.of(role, way, given.apply(role), scales))));
        return all.stream();
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("given")
    void isTheSameInAModel(Initializer role, String way, Initializer given, Scales scales) {
        Parameters parameters = tensors(given).parameters();
        kept(scales, parameters, "w", "tied", "copy");
        kept(Scales.NONE, parameters, "other");
        kept(scales, parameters.named("w"), "w");
        kept(scales, parameters.trainable(), "w", "copy");
        kept(scales, parameters.with(given), "other", "copy");
        kept(scales, parameters.withRules(rules -> rules.named("other", given)).matched(), "other");
        kept(
                scales,
                parameters.withRules(rules -> rules.named("other", zeros())).untouched(),
                "w",
                "tied",
                "copy");
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("given")
    void isTheSameInAPlan(Initializer role, String way, Initializer given, Scales scales) {
        Plan plan = Plan.of(tensors(given).parameters());
        kept(scales, plan.parameters(), "w", "tied", "copy");
        kept(scales, Plan.parse(plan.toJson()).parameters(), "w", "tied", "copy");
        kept(scales, plan.withDType(DType.BF16).parameters(), "w", "tied", "copy");
        kept(scales, Plan.parse(plan.withDType(DType.F64).toJson()).parameters(), "w", "tied", "copy");
        assertThat(plan.toJson()).contains("learningRateScale");
    }

    /** A copy follows what it copies, also where only the role changes. */
    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("given")
    void aCopyFollows(Initializer role, String way, Initializer given, Scales scales) {
        Initializer sameStart = shape -> given.resolve(shape);
        Parameters before = tensors(sameStart).parameters();
        kept(Scales.NONE, before, "w", "copy");
        kept(scales, before.withRules(rules -> rules.named("w", given)).matched(), "w", "copy");
        Parameters planned = Plan.of(before).parameters();
        kept(scales, planned.withRules(rules -> rules.named("w", given)).matched(), "w", "copy");
    }

    /** No plan can hold code of a user, and none loses the role beside it. */
    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("given")
    void staysBesideOnesOwn(Initializer role, String way, Initializer given, Scales scales) {
        Initializer own = shape -> zeros().resolve(shape);
        Parameters parameters = tensors(own.withRole(role)).parameters();
        kept(scales, parameters, "w", "tied", "copy");
        assertThatExceptionOfType(InitializationException.class)
                .isThrownBy(() -> Plan.of(parameters).toJson())
                .satisfies(e -> assertThat(e.id()).isEqualTo("NotInPlan"));
    }

    private static Weights tensors(Initializer given) {
        return Weights.of(w -> w.tensor("w", given, DIMS)
                .tensor("other", zeros(), DIMS)
                .tensor("copy", zeros(), DIMS)
                .tie("tied", "w")
                .copy("copy", "w"));
    }

    private static void kept(Scales scales, Parameters parameters, String... names) {
        for (String name : names) {
            assertThat(Scales.of(parameters.get(name))).as(name).isEqualTo(scales);
        }
    }
}
