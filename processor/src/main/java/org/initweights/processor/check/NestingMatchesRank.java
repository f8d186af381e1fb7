package org.initweights.processor.check;

import org.initweights.processor.model.ParameterSpec;
import org.initweights.processor.report.Findings;
import org.initweights.processor.resolve.ResolvedModel;

/** A nested array has as many levels as its shape has dimensions. */
final class NestingMatchesRank implements Check {

    @Override
    public void check(ResolvedModel model, Findings findings) {
        for (ParameterSpec parameter : model.spec().parameters()) {
            int rank = parameter.shape().dimensions().size();
            parameter.storage().rank().ifPresent(levels -> {
                if (levels != rank) {
                    findings.error(
                            parameter.shape().place(),
                            "NestedRank",
                            parameter.name() + ": " + parameter.shape() + " has " + rank
                                    + (rank == 1 ? " dimension" : " dimensions") + ", but the field has " + levels
                                    + " levels of arrays");
                }
            });
        }
    }
}
