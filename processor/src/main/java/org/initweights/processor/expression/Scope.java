package org.initweights.processor.expression;

import java.util.List;

/** What the names in a dimension mean: the members of one model. */
public interface Scope {

    /** What a path of names leads to. */
    Meaning lookUp(List<String> path) throws ExpressionException;

    /** What a name means. */
    sealed interface Meaning {}

    /** A number that is known while the model compiles. */
    record Known(long value) implements Meaning {}

    /** A size that is itself an expression. */
    record Size(Dimension dimension) implements Meaning {}

    /** A number that each model has. */
    record Variable(SizeVariable variable) implements Meaning {}
}
