package org.initweights.processor.check;

import java.util.List;
import org.initweights.internal.rule.ConstantRule;
import org.initweights.processor.check.WeightsAround.Neighbour;
import org.initweights.processor.model.InitializerSpec;
import org.initweights.processor.model.ModelSpec;
import org.initweights.processor.model.ParameterSpec;
import org.initweights.processor.model.RuleSpec;
import org.initweights.processor.report.Findings;
import org.initweights.processor.report.Lint;
import org.initweights.processor.resolve.Contents;
import org.initweights.processor.resolve.Contents.ParameterRow;
import org.initweights.processor.resolve.ResolvedModel;

/** A matrix is not constant: units that start alike stay alike until something else tells them apart. */
public final class MatrixIsNotConstant implements Check {

    @Override
    public void check(ResolvedModel model, Findings findings) {
        List<ParameterSpec> parameters = model.spec().parameters();
        List<Neighbour> others = parameters.stream()
                .map(other -> new Neighbour(other, other.initializer().start()))
                .toList();
        for (ParameterSpec parameter : parameters) {
            if (parameter.isTrained()
                    && parameter.slices().isEmpty()
                    && parameter.initializer().start().orElse(null) instanceof ConstantRule rule
                    && !isMeant(parameter.initializer(), rule)
                    && new WeightsAround(parameter, rule, others).keepUnitsAlike()) {
                findings.lint(
                        Lint.SYMMETRY,
                        parameter.initializer().place(),
                        parameter.name() + ": " + problem(parameter, rule));
            }
        }
    }

    /** Reports each rule that makes a matrix of a sub-model constant, with the first such matrix. */
    public static void checkRules(ModelSpec model, Contents contents, Findings findings) {
        List<ParameterRow> rows = contents.rows().stream()
                .filter(ParameterRow.class::isInstance)
                .map(ParameterRow.class::cast)
                .toList();
        for (RuleSpec ruled : model.rules()) {
            if (ruled.initializer().start().orElse(null) instanceof ConstantRule rule
                    && !isMeant(ruled.initializer(), rule)) {
                rows.stream()
                        .filter(row ->
                                ruled.equals(winner(row)) && row.parameter().isTrained())
                        .filter(row -> new WeightsAround(row.parameter(), rule, others(row, rows)).keepUnitsAlike())
                        .findFirst()
                        .ifPresent(row -> findings.lint(
                                Lint.SYMMETRY,
                                ruled.initializer().place(),
                                ruled.display() + ": for " + row.path() + " " + problem(row.parameter(), rule)));
            }
        }
    }

    private static List<Neighbour> others(ParameterRow row, List<ParameterRow> rows) {
        return rows.stream()
                .filter(other -> other.holder().equals(row.holder()))
                .map(other -> new Neighbour(
                        other.parameter(),
                        other.ruling() instanceof Contents.Ruled ruled
                                ? ruled.rule().initializer().start()
                                : other.parameter().initializer().start()))
                .toList();
    }

    private static Object winner(ParameterRow row) {
        return row.ruling() instanceof Contents.Ruled ruled ? ruled.rule() : row.ruling();
    }

    private static String problem(ParameterSpec parameter, ConstantRule rule) {
        return "a whole matrix of one value, " + parameter.shape()
                + ", makes its units alike until something else tells them apart; draw it at random, "
                + (rule.value() == 0
                        ? "say what the zeros are for with an annotation of its own, such as @ZeroInitResidual, "
                        : "")
                + "or, if each row is a vector by itself, say @Shape(stacked = 1)";
    }

    /** Zeros with a name of their own, such as those of a residual branch or of LoRA's second factor, are there on purpose. */
    private static boolean isMeant(InitializerSpec initializer, ConstantRule rule) {
        return rule.value() == 0 && initializer.composed();
    }
}
