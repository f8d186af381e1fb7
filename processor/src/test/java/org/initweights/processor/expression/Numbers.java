package org.initweights.processor.expression;

import java.util.List;
import java.util.Optional;
import org.initweights.processor.name.MemberPath;

/** Numbers of a model, for tests. */
public final class Numbers {

    private Numbers() {}

    /** An {@code int} of the model. */
    public static SizeVariable variable(String name) {
        return variable(name, true);
    }

    /** A {@code double} of the model. */
    public static SizeVariable real(String name) {
        return variable(name, false);
    }

    /** A size that each model has. */
    public static Dimension size(String name) {
        return new Dimension(name, new Term.Variable(variable(name)));
    }

    private static SizeVariable variable(String name, boolean isWhole) {
        return new SizeVariable(
                name, isWhole, new MemberPath(Optional.empty(), List.of(new MemberPath.Step(name, false, false))));
    }
}
