package org.initweights.processor.check;

import org.initweights.processor.model.ModelSpec;
import org.initweights.processor.model.ParameterSpec;
import org.initweights.processor.report.Findings;

/** A nested array has as many levels as its shape has dimensions. */
final class NestingMatchesRank implements Check {

    @Override
    public void check(ModelSpec model, Findings findings) {
        for (ParameterSpec parameter : model.parameters()) {
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
