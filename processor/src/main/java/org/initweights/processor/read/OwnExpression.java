package org.initweights.processor.read;

import java.util.Map;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import org.initweights.internal.values.ElementExpression;
import org.initweights.internal.values.ElementKind;
import org.initweights.internal.values.ElementMistake;
import org.initweights.processor.expression.ExpressionException;
import org.initweights.processor.expression.FormulaScope;
import org.initweights.processor.expression.Quantity;
import org.initweights.processor.model.InitializerCall.Argument;

/**
 * The expression of a table or of a transform, which core reads, and what its names mean in the model.
 *
 * @param text as the user wrote it
 */
record OwnExpression(String text, Argument.Numbers numbers) {

    static final OwnExpression NONE = new OwnExpression("", new Argument.Numbers(new TreeMap<>()));

    /**
     * Reads an expression.
     *
     * @param names what its names mean that are none of its own
     * @param members whether a name of its own is one of a member of the model, too
     * @param rank how many axes there are, if that is known
     * @throws ExpressionException with the place in the text
     */
    static OwnExpression read(ElementKind kind, String text, FormulaScope names, Members members, OptionalInt rank)
            throws ExpressionException {
        ElementExpression expression;
        try {
            expression = ElementExpression.read(kind, text);
            if (rank.isPresent()) {
                expression.checkRank(rank.getAsInt(), "the shape");
            }
        } catch (ElementMistake e) {
            throw new ExpressionException(e.id(), e.problem()).at(e.position());
        }
        for (Map.Entry<String, Integer> own : expression.own().entrySet()) {
            if (members.has(own.getKey())) {
                throw QualifiedName.ambiguous(
                                own.getKey(),
                                "a name of the " + kind.word() + " itself, and a member of " + members.owner(),
                                "write model." + own.getKey()
                                        + " for a number of the model, and rename the member for the other")
                        .at(own.getValue());
            }
        }
        SortedMap<String, Quantity> numbers = new TreeMap<>();
        for (Map.Entry<String, Integer> name : expression.names().entrySet()) {
            try {
                numbers.put(name.getKey(), names.lookUp(expression.path(name.getKey())));
            } catch (ExpressionException e) {
                throw e.at(name.getValue());
            }
        }
        return new OwnExpression(text, new Argument.Numbers(numbers));
    }

    /** The members that a name may mean, too. */
    interface Members {

        /** Whether there is one of this name. */
        boolean has(String name);

        /** Whose they are. */
        String owner();
    }
}
