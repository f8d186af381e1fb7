package org.initweights.report.check;

import java.util.List;
import java.util.Optional;
import org.initweights.report.ParameterReport;
import org.initweights.report.Warning;

/** One thing that can be wrong with a parameter. */
interface Check {

    /** All checks. The first that finds something speaks for the parameter: what comes later would say the same less clearly. */
    List<Check> ALL = List.of(
            new AllFinite(),
            new NoUnderflow(),
            new Initialized(),
            new NotConstant(),
            new WithinBounds(),
            new SpreadAsExpected(),
            new MeanAsExpected(),
            new DistributionAsExpected());

    /** How many of them can be wrong by chance. */
    int LEFT_TO_CHANCE = 3;

    /** What is wrong with the parameter, if something is. */
    Optional<Warning> check(ParameterReport parameter, Level level);
}
