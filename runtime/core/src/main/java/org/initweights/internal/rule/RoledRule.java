package org.initweights.internal.rule;

import java.util.Optional;
import org.initweights.Fill;
import org.initweights.InitializationException;
import org.initweights.Initializer;
import org.initweights.TensorShape;
import org.initweights.internal.message.Notation;

/**
 * A parameter that starts as one initializer says, and learns by a role of another: of the role only learning rates and multipliers are used.
 *
 * @param base how it starts
 * @param role a {@link RoleRule} whose own start is the usual one
 */
public record RoledRule(Initializer base, Initializer role) implements Rule {

    public RoledRule {
        if (!(role instanceof RoleRule rule)) {
            throw refused("withRole", "takes a role of µP, such as mupVector(0, 64), and this initializer has none");
        }
        if (MupRoles.areIn(base)) {
            throw refused(rule.factory(), "is a second role of µP for one parameter; keep one");
        }
        if (rule.scale() != rule.role().usualScale()) {
            throw refused(
                    rule.factory() + "(" + rule.role().scaleName() + " = " + Notation.number(rule.scale()) + ")",
                    "stands beside an initializer that says how the parameter starts, so that its "
                            + rule.role().scaleName() + " is never used; leave it out");
        }
    }

    private static InitializationException refused(String subject, String problem) {
        return new InitializationException("MupStart", subject, null, problem);
    }

    /** How a parameter starts by an initializer, which may have a role beside it. */
    public static Initializer startOf(Initializer initializer) {
        return initializer instanceof RoledRule roled ? roled.base : initializer;
    }

    /** The role. */
    RoleRule rule() {
        return (RoleRule) role;
    }

    @Override
    public Fill resolve(TensorShape shape) {
        Fill fill = Resolution.of(base, shape);
        rule().role().growing(shape);
        Optional<String> problem = new WidthLaw(rule()).problem(base, fill, shape);
        if (problem.isPresent()) {
            throw refused(fill.toString(), problem.get());
        }
        return fill;
    }

    @Override
    public String title() {
        return (base instanceof Rule known ? known.title() : base.getClass().getSimpleName()) + ", "
                + ((Rule) role).title();
    }

    @Override
    public String explain(TensorShape shape) {
        return (base instanceof Rule known
                        ? known.explain(shape)
                        : Resolution.of(base, shape).toString())
                + "; " + ((Rule) role).title() + ", " + rule().scaling(shape);
    }

    @Override
    public String explain() {
        return (base instanceof Rule known ? known.explain() : base.getClass().getSimpleName()) + "; "
                + ((Rule) role).title() + ", " + rule().scaling();
    }
}
