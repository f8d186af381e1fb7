package org.initweights.processor.expression;

import java.util.List;
import java.util.stream.Collectors;
import org.initweights.internal.expression.Precedence;

/** The syntax of one expression. */
sealed interface Expression {

    /** How tightly the expression binds; parentheses are needed around a part that binds less. */
    int precedence();

    /** The expression with one space around each operator and no parentheses but those it needs. */
    String text();

    /** The expression as an operand of something that binds as tightly as {@code precedence}. */
    private String text(int outer) {
        return precedence() < outer ? "(" + text() + ")" : text();
    }

    /** An integer. */
    record Whole(long value) implements Expression {
        @Override
        public int precedence() {
            return Precedence.ATOM;
        }

        @Override
        public String text() {
            return Long.toString(value);
        }
    }

    /** A number with a fraction or an exponent. */
    record Decimal(String text, double value) implements Expression {
        @Override
        public int precedence() {
            return Precedence.ATOM;
        }
    }

    /** A member of the model, or of one of its members: {@code hidden}, {@code config.hidden()}. */
    record Path(List<String> names) implements Expression {
        @Override
        public int precedence() {
            return Precedence.ATOM;
        }

        @Override
        public String text() {
            return String.join(".", names);
        }
    }

    /** A function of numbers: {@code sqrt(2 * layers)}. */
    record Call(String function, List<Expression> arguments) implements Expression {
        @Override
        public int precedence() {
            return Precedence.ATOM;
        }

        @Override
        public String text() {
            return arguments.stream().map(Expression::text).collect(Collectors.joining(", ", function + "(", ")"));
        }
    }

    record Negation(Expression operand) implements Expression {
        @Override
        public int precedence() {
            return Precedence.SIGN;
        }

        @Override
        public String text() {
            // A sign of a sign would read as a decrement.
            return "-" + operand.text(Precedence.ATOM);
        }
    }

    record Binary(char operator, Expression left, Expression right) implements Expression {
        @Override
        public int precedence() {
            return operator == '*' || operator == '/' ? Precedence.PRODUCT : Precedence.SUM;
        }

        @Override
        public String text() {
            return left.text(precedence()) + " " + operator + " " + right.text(precedence() + 1);
        }
    }
}
