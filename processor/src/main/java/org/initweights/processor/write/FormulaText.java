package org.initweights.processor.write;

import java.util.Locale;
import java.util.stream.Collectors;
import org.initweights.internal.expression.Precedence;
import org.initweights.internal.message.Notation;
import org.initweights.processor.expression.Quantity;
import org.initweights.processor.expression.Term;

/** Formulas as people read them: {@code 0.02 / √(2 · layers)}. */
final class FormulaText {

    private FormulaText() {}

    /** The formula of a number, or the number if it is known. */
    static String of(Quantity quantity) {
        return of(quantity.term(), 0);
    }

    /** The formula, in parentheses unless it is one name or number. */
    static String operand(Quantity quantity) {
        return of(quantity.term(), Precedence.ATOM);
    }

    private static String of(Term term, int outer) {
        String text = text(term);
        return precedence(term) < outer ? "(" + text + ")" : text;
    }

    private static String text(Term term) {
        if (term instanceof Term.Whole whole) {
            return Long.toString(whole.value());
        }
        if (term instanceof Term.Real real) {
            return Notation.number(real.value());
        }
        if (term instanceof Term.Variable number) {
            return number.variable().written();
        }
        if (term instanceof Term.OfShape property) {
            return property.property().name().toLowerCase(Locale.ROOT);
        }
        if (term instanceof Term.Size size) {
            return size.dimension().text();
        }
        if (term instanceof Term.Negation negation) {
            return "-" + of(negation.operand(), Precedence.ATOM);
        }
        if (term instanceof Term.Binary binary) {
            String symbol = switch (binary.operator()) {
                case TIMES -> "·";
                case PLUS, MINUS, DIVIDED_BY, EXACTLY_DIVIDED_BY, FLOOR_DIVIDED_BY ->
                    String.valueOf(binary.operator().symbol());
            };
            int precedence = binary.operator().precedence();
            return of(binary.left(), precedence) + " " + symbol + " " + of(binary.right(), precedence + 1);
        }
        Term.Call call = (Term.Call) term;
        return call.function().name().equals("sqrt")
                ? "√" + of(call.arguments().get(0), Precedence.ATOM)
                : call.arguments().stream()
                        .map(FormulaText::text)
                        .collect(Collectors.joining(", ", call.function().name() + "(", ")"));
    }

    private static int precedence(Term term) {
        if (term instanceof Term.Binary binary) {
            return binary.operator().precedence();
        }
        if (term instanceof Term.Size size) {
            // Its own arithmetic is integer arithmetic, so it stays by itself.
            return size.dimension().text().contains(" ") ? Precedence.SUM : Precedence.ATOM;
        }
        boolean signed = term instanceof Term.Negation
                || (term instanceof Term.Real real && real.value() < 0)
                || (term instanceof Term.Whole whole && whole.value() < 0);
        return signed ? Precedence.SIGN : Precedence.ATOM;
    }
}
