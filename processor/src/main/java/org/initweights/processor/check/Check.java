package org.initweights.processor.check;

import java.util.List;
import org.initweights.processor.report.Findings;
import org.initweights.processor.resolve.ResolvedModel;

/** Something that must hold for a model. */
@FunctionalInterface
public interface Check {

    /** All checks. */
    List<Check> ALL = List.of(
            new InitializerResolves(),
            new IntegersHoldFill(),
            new NamesAreDistinct(),
            new ArrayHoldsElements(),
            new NestingMatchesRank(),
            new SlicesFit(),
            new RowsHaveOneRole(),
            new BiasFitsWeight(),
            new LayoutFitsLayer(),
            new GroupsAreSaid(),
            new TruncationCuts(),
            new SlopeIsUsed(),
            new GainFitsActivation(),
            new MatrixIsNotConstant(),
            new LowRankFactors(),
            new KernelHasCentre(),
            new ValuesFitStorage(),
            new OrthogonalIsAffordable(),
            new BiasesThatAdd(),
            new NormalizationBias(),
            new RecurrentRows(),
            new ForgetGate(),
            new ParameterHasElements(),
            new PathKeepsSignal());

    /** Adds to {@code findings} what is wrong. */
    void check(ResolvedModel model, Findings findings);
}
