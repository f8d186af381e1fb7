package org.initweights.report.internal.check;

import java.util.List;
import java.util.Optional;
import org.initweights.report.ParameterReport;
import org.initweights.report.Warning;

/** A check on the numbers of one parameter, after they were measured. */
interface TensorCheck {

    /** All checks. The first that finds something speaks for the parameter: what comes later would say the same less clearly. */
    List<TensorCheck> ALL = List.of(
            new AllFinite(),
            new NoUnderflow(),
            new Initialized(),
            new ValuesAsGiven(),
            new NotConstant(),
            new WithinBounds(),
            new SpreadAsExpected(),
            new MeanAsExpected(),
            new DistributionAsExpected());

    /** How many of them test what chance decides, and so may warn of weights that are as they should be. */
    int LEFT_TO_CHANCE = 3;

    /** What is wrong with the parameter, if something is. */
    Optional<Warning> check(ParameterReport parameter, Level level);
}
