package org.initweights.processor.check;

import java.util.List;
import java.util.Optional;
import org.initweights.InitializationException;
import org.initweights.Initializer;
import org.initweights.TensorShape;
import org.initweights.internal.expression.Operator;
import org.initweights.processor.expression.Dimension;
import org.initweights.processor.expression.Term;
import org.initweights.processor.model.DeclaredAxisRoles;
import org.initweights.processor.model.InitializerCall.Argument;
import org.initweights.processor.model.InitializerSpec;
import org.initweights.processor.model.ParameterSpec;
import org.initweights.processor.model.ShapeSpec;
import org.initweights.processor.report.Findings;
import org.initweights.processor.report.Lint;
import org.initweights.processor.resolve.ResolvedModel;

/** A convolution whose channels {@code dims} divides by a size says its groups, if its fans make a difference. */
final class GroupsAreSaid implements Check {

    @Override
    public void check(ResolvedModel model, Findings findings) {
        for (ParameterSpec parameter : model.spec().parameters()) {
            divisor(parameter.shape())
                    .filter(divisor -> parameter.initializers().stream()
                            .anyMatch(initializer -> dependsOnGroups(initializer, parameter.shape())))
                    .ifPresent(divisor -> findings.lint(
                            Lint.UNSAID_GROUPS,
                            parameter.shape().place(),
                            parameter.name() + ": " + parameter.shape() + " divides channels by " + divisor
                                    + ", but no groups are said, so the fans are those of all groups together; add groupsOf"
                                    + " = \"" + divisor + "\", or groups = 1 if there are none"));
        }
    }

    /** What the grouped axis of a convolution is divided by, if nothing else says what that is. */
    private static Optional<String> divisor(ShapeSpec shape) {
        DeclaredAxisRoles roles = shape.roles();
        List<Dimension> dimensions = shape.dimensions();
        int rank = dimensions.size() - roles.given().stacked();
        if (rank < 3 || roles.given().axes().isPresent() || roles.groupsSaid()) {
            return Optional.empty();
        }
        Term grouped = dimensions
                .get(roles.given().stacked() + roles.given().layout().groupAxis(rank))
                .term();
        return grouped instanceof Term.Binary quotient
                        && quotient.operator() == Operator.EXACTLY_DIVIDED_BY
                        && quotient.right() instanceof Term.Variable by
                        && dimensions.stream().noneMatch(other -> other.term().equals(by))
                ? Optional.of(by.variable().written())
                : Optional.empty();
    }

    private static boolean dependsOnGroups(InitializerSpec initializer, ShapeSpec shape) {
        if (initializer.rule().isPresent()) {
            return dependsOnGroups(initializer.rule().get(), shape.example(2).withGroups(1));
        }
        int rank = shape.dimensions().size() - shape.roles().given().stacked();
        Dimension whole = shape.dimensions()
                .get(shape.roles().given().stacked()
                        + shape.roles().given().layout().wholeAxis(rank));
        return initializer.call().arguments().stream()
                .anyMatch(argument -> argument instanceof Argument.Numeric number
                        && names(number.quantity().term(), whole));
    }

    private static boolean dependsOnGroups(Initializer rule, TensorShape shape) {
        try {
            return !rule.resolve(shape).equals(rule.resolve(shape.withGroups(2)));
        } catch (InitializationException e) {
            // The sizes of the example do not fit, so nothing is certain.
            return false;
        }
    }

    private static boolean names(Term term, Dimension size) {
        return (term instanceof Term.Size named && named.dimension().equals(size))
                || term.operands().stream().anyMatch(operand -> names(operand, size));
    }
}
