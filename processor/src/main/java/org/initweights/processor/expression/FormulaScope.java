package org.initweights.processor.expression;

import java.util.List;

/** What the names in a formula mean. */
@FunctionalInterface
public interface FormulaScope {

    /**
     * What a path of names leads to.
     *
     * @throws ExpressionException if it leads nowhere, or to what is no number
     */
    Quantity lookUp(List<String> path) throws ExpressionException;
}
