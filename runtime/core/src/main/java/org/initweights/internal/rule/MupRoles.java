package org.initweights.internal.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
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
        if (initializer instanceof RoleRule rule) {
            roles.add(new Part(rule.width(), rule.branch(), shape));
        } else if (initializer instanceof RoledRule roled) {
            add(roled.role(), shape, roles);
        } else if (initializer instanceof TransformedRule transformed) {
            add(transformed.base(), shape, roles);
        } else if (initializer instanceof IcnrRule icnr) {
            add(icnr.rule(), shape, roles);
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
        return rules(initializer).findAny().isPresent();
    }

    /** The rule of the first role in an initializer, of whatever shape the parameter is. */
    public static Optional<RoleRule> firstIn(Initializer initializer) {
        return rules(initializer).findFirst();
    }

    private static Stream<RoleRule> rules(Initializer initializer) {
        if (initializer instanceof RoleRule rule) {
            return Stream.of(rule);
        }
        if (initializer instanceof RoledRule roled) {
            return rules(roled.role());
        }
        if (initializer instanceof TransformedRule transformed) {
            return rules(transformed.base());
        }
        if (initializer instanceof IcnrRule icnr) {
            return rules(icnr.rule());
        }
        return initializer instanceof SlicedRule sliced
                ? Stream.concat(
                        rules(sliced.base()), sliced.slices().stream().flatMap(part -> rules(part.initializer())))
                : Stream.empty();
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
