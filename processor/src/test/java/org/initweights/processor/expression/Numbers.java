package org.initweights.processor.expression;

import java.util.List;
import java.util.Optional;
import org.initweights.processor.name.ClassRef;
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

    /** An {@code int} of an object that the model has. */
    public static SizeVariable member(String object, String number) {
        return new SizeVariable(
                object + "." + number,
                true,
                new MemberPath(Optional.empty(), List.of(step(object, true), step(number, false))));
    }

    /** A static {@code int} of a class. */
    public static SizeVariable constant(ClassRef owner, String name) {
        return new SizeVariable(
                owner.simpleName() + "." + name, true, new MemberPath(Optional.of(owner), List.of(step(name, false))));
    }

    private static MemberPath.Step step(String written, boolean isObject) {
        return new MemberPath.Step(written.replace("()", ""), written.endsWith("()"), isObject);
    }

    private static SizeVariable variable(String name, boolean isWhole) {
        return new SizeVariable(name, isWhole, new MemberPath(Optional.empty(), List.of(step(name, false))));
    }
}
