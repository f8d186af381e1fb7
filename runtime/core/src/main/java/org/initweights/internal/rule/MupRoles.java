package org.initweights.internal.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.initweights.InitializationException;
import org.initweights.Initializer;
import org.initweights.Optimizer;
import org.initweights.TensorShape;

/**
 * The roles that an initializer gives a parameter, or some of its rows.
 *
 * @param roles each with the shape of the rows that have it
 */
public record MupRoles(List<Part> roles) {

    /** Some rows, or all, and their role. */
    public record Part(MupRule rule, BranchDepth depth, TensorShape shape) {}

    /** The roles in an initializer of a parameter of this shape. */
    public static MupRoles of(Initializer initializer, TensorShape shape) {
        List<Part> roles = new ArrayList<>();
        add(initializer, shape, roles);
        return new MupRoles(List.copyOf(roles));
    }

    private static void add(Initializer initializer, TensorShape shape, List<Part> roles) {
        if (initializer instanceof MupRule rule) {
            roles.add(new Part(rule, BranchDepth.NONE, shape));
        } else if (initializer instanceof MupBranchRule rule) {
            roles.add(new Part(rule.width(), rule.branch(), shape));
        } else if (initializer instanceof TransformedRule transformed) {
            add(transformed.base(), shape, roles);
        } else if (initializer instanceof SlicedRule sliced) {
            add(sliced.base(), shape, roles);
            sliced.slices()
                    .forEach(part -> add(
                            part.initializer(),
                            PlacedSlice.of(part.slice(), shape).shape(),
                            roles));
        }
    }

    /** Whether there is a role in an initializer, of whatever shape the parameter is. */
    public static boolean areIn(Initializer initializer) {
        return initializer instanceof MupRule
                || initializer instanceof MupBranchRule
                || (initializer instanceof TransformedRule transformed && areIn(transformed.base()))
                || (initializer instanceof SlicedRule sliced
                        && (areIn(sliced.base())
                                || sliced.slices().stream().anyMatch(part -> areIn(part.initializer()))));
    }

    /** What the learning rate of the base model is multiplied by; 1 without a role. */
    public double learningRateScale(Optimizer optimizer) {
        return one(
                "learning rate",
                part -> part.rule.learningRateScale(part.shape, optimizer) * part.depth.learningRateScale(optimizer));
    }

    /** What the forward pass multiplies by, what the parameter gives; 1 without a role. */
    public double outputMultiplier() {
        return one("output", part -> part.rule.outputMultiplier(part.shape));
    }

    /** What the forward pass multiplies by, what the residual branch of the parameter gives; 1 if it is in none. */
    public double branchMultiplier() {
        return one("branch", part -> part.depth.branchMultiplier());
    }

    private double one(String what, ToDoubleFunction<Part> number) {
        double[] numbers = roles.stream().mapToDouble(number).distinct().toArray();
        if (numbers.length > 1) {
            throw new InitializationException(
                    "MupRows",
                    "µP",
                    null,
                    "multiplies the " + what + " by " + numbers[0] + " for some rows and by " + numbers[1]
                            + " for others; give all rows of a parameter one role, each with the base of its own rows");
        }
        return numbers.length == 0 ? 1 : numbers[0];
    }
}
