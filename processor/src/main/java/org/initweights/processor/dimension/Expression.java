package org.initweights.processor.dimension;

import java.util.List;

/** The syntax of one dimension. */
sealed interface Expression {

    /** How tightly the expression binds; parentheses are needed around a part that binds less. */
    int precedence();

    /** An integer. */
    record Literal(long value) implements Expression {
        @Override
        public int precedence() {
            return 4;
        }
    }

    /** A member of the model, or of one of its members: {@code hidden}, {@code config.hidden()}. */
    record Path(List<Segment> segments) implements Expression {
        @Override
        public int precedence() {
            return 4;
        }
    }

    /** One name of a path; {@code call} if parentheses follow it. */
    record Segment(String name, boolean call) {
        @Override
        public String toString() {
            return call ? name + "()" : name;
        }
    }

    record Negation(Expression operand) implements Expression {
        @Override
        public int precedence() {
            return 3;
        }
    }

    record Binary(char operator, Expression left, Expression right) implements Expression {
        @Override
        public int precedence() {
            return operator == '*' || operator == '/' ? 2 : 1;
        }

        /** The value of this operation. */
        long apply(long a, long b) {
            return switch (operator) {
                case '+' -> Math.addExact(a, b);
                case '-' -> Math.subtractExact(a, b);
                case '*' -> Math.multiplyExact(a, b);
                default -> a / b;
            };
        }
    }
}
