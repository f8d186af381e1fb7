package org.initweights.processor.check;

import org.initweights.Fill;
import org.initweights.internal.fill.OrthogonalFill;
import org.initweights.internal.fill.PartsFill;
import org.initweights.internal.message.Notation;
import org.initweights.processor.model.ParameterSpec;
import org.initweights.processor.report.Findings;
import org.initweights.processor.report.Lint;
import org.initweights.processor.resolve.ResolvedModel;
import org.initweights.processor.resolve.ResolvedParameter;

/** A random orthogonal matrix is not extremely long, and does not take minutes. */
final class OrthogonalIsAffordable implements Check {

    private static final double LONGEST = 1000;

    /** Multiplications and additions; about half a minute of one core. */
    private static final double MOST_OPERATIONS = 1e12;

    @Override
    public void check(ResolvedModel model, Findings findings) {
        for (ResolvedParameter parameter : model.parameters()) {
            parameter.fill().ifPresent(fill -> check(parameter.spec(), fill, 1, findings));
        }
    }

    private static void check(ParameterSpec parameter, Fill fill, long count, Findings findings) {
        if (fill instanceof PartsFill parts) {
            check(parameter, parts.part(), parts.count(), findings);
        } else if (fill instanceof OrthogonalFill orthogonal) {
            double longer = Math.max(orthogonal.rows(), orthogonal.columns());
            double shorter = Math.min(orthogonal.rows(), orthogonal.columns());
            double operations = 4 * longer * shorter * shorter * count;
            String matrix = orthogonal.rows() + " × " + orthogonal.columns();
            if (operations > MOST_OPERATIONS) {
                report(
                        parameter,
                        "a matrix of " + matrix + " takes about " + Notation.measured(operations)
                                + " operations to make orthogonal, which is minutes; at this size @XavierNormal is nearly orthogonal",
                        findings);
            } else if (longer > LONGEST * shorter) {
                report(
                        parameter,
                        "a matrix of " + matrix
                                + " is so long that random rows are nearly orthogonal already; @XavierNormal does as well",
                        findings);
            }
        }
    }

    private static void report(ParameterSpec parameter, String problem, Findings findings) {
        findings.lint(Lint.ORTHOGONAL_COST, parameter.initializer().place(), parameter.name() + ": " + problem);
    }
}
