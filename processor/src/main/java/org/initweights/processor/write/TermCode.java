package org.initweights.processor.write;

import com.palantir.javapoet.CodeBlock;
import java.util.List;
import org.initweights.collect.Quotient;
import org.initweights.internal.expression.Operator;
import org.initweights.internal.expression.Precedence;
import org.initweights.processor.expression.ShapeProperty;
import org.initweights.processor.expression.Term;

/**
 * Expressions as Java.
 *
 * @param code the expression
 * @param precedence how tightly it binds
 * @param isInteger whether its type in Java is {@code int} or {@code long}
 */
record TermCode(CodeBlock code, int precedence, boolean isInteger) {

    /** An expression of integers; where its value exceeds a {@code long}, it throws an {@link ArithmeticException}. */
    static TermCode exact(Term term, Locals locals) {
        if (term instanceof Term.Whole whole) {
            return new TermCode(
                    Literals.of(whole.value()), whole.value() < 0 ? Precedence.SIGN : Precedence.ATOM, true);
        }
        if (term instanceof Term.Variable number) {
            return atom(CodeBlock.of("$L", locals.of(number.variable())), true);
        }
        if (term instanceof Term.Negation negation) {
            return atom(call("negateExact", exact(negation.operand(), locals).code), true);
        }
        if (term instanceof Term.Binary binary) {
            TermCode left = exact(binary.left(), locals);
            TermCode right = exact(binary.right(), locals);
            return switch (binary.operator()) {
                case PLUS -> atom(call("addExact", left.code, right.code), true);
                case MINUS -> atom(call("subtractExact", left.code, right.code), true);
                case TIMES -> atom(call("multiplyExact", left.code, right.code), true);
                case DIVIDED_BY ->
                    isSafeDivisor(binary.right())
                            ? left.operate(Operator.DIVIDED_BY, right, true)
                            : quotient("truncated", left, right);
                case EXACTLY_DIVIDED_BY -> quotient("exact", left, right);
                case FLOOR_DIVIDED_BY ->
                    isSafeDivisor(binary.right())
                            ? atom(call("floorDiv", left.code, right.code), true)
                            : quotient("floor", left, right);
            };
        }
        throw new IllegalArgumentException("no expression of integers: " + term);
    }

    /** An expression in a formula, whose arithmetic is in {@code double}. */
    static TermCode real(Term term, Locals locals, String name, String shape) {
        if (term instanceof Term.Real real) {
            return new TermCode(
                    Literals.of(real.value()),
                    Math.copySign(1, real.value()) < 0 ? Precedence.SIGN : Precedence.ATOM,
                    Literals.isPlainInteger(real.value()));
        }
        if (term instanceof Term.Variable number) {
            return atom(
                    CodeBlock.of("$L", locals.of(number.variable())),
                    number.variable().isWhole());
        }
        if (term instanceof Term.OfShape property) {
            return atom(CodeBlock.of("$L.$L", shape, ofShape(property.property())), true);
        }
        if (term instanceof Term.Negation negation) {
            TermCode operand = real(negation.operand(), locals, name, shape).asReal();
            // A sign of a sign would be a decrement.
            int outer = negation.operand() instanceof Term.Variable ? Precedence.SIGN : Precedence.ATOM;
            return new TermCode(CodeBlock.of("-$L", operand.inside(outer)), Precedence.SIGN, false);
        }
        if (term instanceof Term.Call call) {
            CodeBlock arguments = call.arguments().stream()
                    .map(argument -> real(argument, locals, name, shape).code)
                    .collect(CodeBlock.joining(", "));
            return atom(
                    CodeBlock.of(
                            "$T.$L($L)", call.function().home(), call.function().name(), arguments),
                    false);
        }
        if (term instanceof Term.Binary binary) {
            TermCode left = real(binary.left(), locals, name, shape);
            TermCode right = real(binary.right(), locals, name, shape);
            return (left.isInteger && right.isInteger ? left.asReal() : left).operate(binary.operator(), right, false);
        }
        Term.Size size = (Term.Size) term;
        return size.dimension().term().operands().isEmpty()
                ? exact(size.dimension().term(), locals)
                : atom(CodeBlock.of("$L", locals.of(size.dimension(), name)), true);
    }

    /** Whether a quotient cannot exceed a {@code long}: only that by -1 does. */
    private static boolean isSafeDivisor(Term divisor) {
        return divisor instanceof Term.Whole whole && whole.value() != -1;
    }

    private static TermCode quotient(String method, TermCode left, TermCode right) {
        return atom(CodeBlock.of("$T.$L($L, $L)", Quotient.class, method, left.code, right.code), true);
    }

    private static TermCode atom(CodeBlock code, boolean isInteger) {
        return new TermCode(code, Precedence.ATOM, isInteger);
    }

    private static CodeBlock call(String method, CodeBlock... arguments) {
        return CodeBlock.of("$T.$L($L)", Math.class, method, CodeBlock.join(List.of(arguments), ", "));
    }

    private TermCode operate(Operator operator, TermCode right, boolean integers) {
        int outer = operator.precedence();
        return new TermCode(
                CodeBlock.of("$L $L $L", inside(outer), operator.symbol(), right.inside(outer + 1)), outer, integers);
    }

    /** The number as a {@code double}: integers would overflow, and lose the fraction of a quotient. */
    private TermCode asReal() {
        if (!isInteger) {
            return this;
        }
        String digits = code.toString();
        return digits.chars().allMatch(Character::isDigit)
                ? atom(CodeBlock.of("$L.0", digits), false)
                : new TermCode(CodeBlock.of("(double) $L", inside(Precedence.SIGN)), Precedence.SIGN, false);
    }

    /** The expression as an operand of something that binds as tightly as {@code outer}. */
    private CodeBlock inside(int outer) {
        return precedence < outer ? CodeBlock.of("($L)", code) : code;
    }

    private static String ofShape(ShapeProperty property) {
        return switch (property) {
            case FAN_IN -> "fans().fanIn()";
            case FAN_OUT -> "fans().fanOut()";
            case IN -> "inChannels()";
            case OUT -> "outChannels()";
            case ROWS -> "size(0)";
            case KERNEL -> "receptiveField()";
            case ELEMENTS -> "elements()";
        };
    }
}
