package org.initweights.internal.expression;

import java.util.ArrayList;
import java.util.List;

/**
 * The syntax of sizes and formulas: {@code + - * /}, signs and parentheses over numbers, names and calls. A name may have dots, and
 * parentheses where it is a method without parameters: {@code config.hidden()}. It is read by recursive descent, and what is read is
 * handed to an {@link ExpressionMeaning}.
 *
 * @param <N> what an expression becomes
 * @param <E> how a mistake is told
 */
public final class ExpressionGrammar<N, E extends Exception> {

    private final String text;
    private final ExpressionMeaning<N, E> meaning;
    private int position;
    private int nested;
    private int signs;
    private int operators;

    private ExpressionGrammar(String text, ExpressionMeaning<N, E> meaning) {
        this.text = text;
        this.meaning = meaning;
    }

    /** Reads one expression. */
    public static <N, E extends Exception> N one(String text, ExpressionMeaning<N, E> meaning) throws E {
        ExpressionGrammar<N, E> grammar = new ExpressionGrammar<>(text, meaning);
        N expression = grammar.sum();
        if (!grammar.atEnd()) {
            throw grammar.expected("an operator");
        }
        return expression;
    }

    /** Reads expressions that are separated by commas. */
    public static <N, E extends Exception> List<N> list(String text, ExpressionMeaning<N, E> meaning) throws E {
        ExpressionGrammar<N, E> grammar = new ExpressionGrammar<>(text, meaning);
        List<N> expressions = new ArrayList<>();
        do {
            grammar.operators = 0;
            expressions.add(grammar.sum());
        } while (grammar.accept(','));
        if (!grammar.atEnd()) {
            throw grammar.expected("an operator or a comma");
        }
        return expressions;
    }

    private N sum() throws E {
        N left = product();
        while (true) {
            if (acceptOperator('+')) {
                left = meaning.operation('+', left, product());
            } else if (acceptOperator('-')) {
                left = meaning.operation('-', left, product());
            } else {
                return left;
            }
        }
    }

    private N product() throws E {
        N left = factor();
        while (true) {
            if (acceptOperator('*')) {
                left = meaning.operation('*', left, factor());
            } else if (acceptOperator('/')) {
                left = meaning.operation('/', left, factor());
            } else {
                return left;
            }
        }
    }

    /** What stands between {@code *} and {@code /}, with its signs, of which there may be too many for a method that calls itself. */
    private N factor() throws E {
        int own = 0;
        while (accept('-')) {
            own++;
            signs++;
            meaning.checkDepth(nested, signs);
        }
        N operand = unsigned();
        signs -= own;
        for (; own > 0; own--) {
            operand = meaning.negation(operand);
        }
        return operand;
    }

    private N unsigned() throws E {
        if (accept('(')) {
            enter();
            N inner = sum();
            nested--;
            close();
            return inner;
        }
        if (!atEnd() && (Character.isDigit(text.charAt(position)) || text.charAt(position) == '.')) {
            return number();
        }
        return nameOrCall();
    }

    private N number() throws E {
        int start = position;
        while (position < text.length() && isPartOfNumber()) {
            position++;
        }
        String written = text.substring(start, position);
        String digits = written.replace("_", "");
        try {
            return digits.chars().allMatch(Character::isDigit)
                    ? meaning.whole(Long.parseLong(digits))
                    : meaning.decimal(digits, Double.parseDouble(digits));
        } catch (NumberFormatException e) {
            throw meaning.noNumber(written, start);
        }
    }

    /** Whether the next letter belongs to a number, of which the first does: a sign does so behind an {@code e}. */
    private boolean isPartOfNumber() {
        char next = text.charAt(position);
        boolean signOfExponent =
                (next == '-' || next == '+') && Character.toLowerCase(text.charAt(position - 1)) == 'e';
        return Character.isLetterOrDigit(next) || next == '_' || next == '.' || signOfExponent;
    }

    private N nameOrCall() throws E {
        List<String> names = new ArrayList<>();
        do {
            String name = name();
            boolean call = accept('(');
            if (call && !accept(')')) {
                if (!names.isEmpty()) {
                    throw expected("a closing parenthesis, since only methods without parameters can be called");
                }
                return meaning.call(name, arguments());
            }
            names.add(call ? name + "()" : name);
        } while (accept('.'));
        return meaning.path(names);
    }

    private List<N> arguments() throws E {
        List<N> arguments = new ArrayList<>();
        enter();
        do {
            arguments.add(sum());
        } while (accept(','));
        nested--;
        close();
        return arguments;
    }

    private String name() throws E {
        skipSpace();
        int start = position;
        while (position < text.length() && Character.isJavaIdentifierPart(text.codePointAt(position))) {
            position = text.offsetByCodePoints(position, 1);
        }
        if (start == position || !Character.isJavaIdentifierStart(text.codePointAt(start))) {
            position = start;
            throw expected("a number or a name");
        }
        return text.substring(start, position);
    }

    private void close() throws E {
        if (!accept(')')) {
            throw expected("a closing parenthesis");
        }
    }

    private void enter() throws E {
        nested++;
        meaning.checkDepth(nested, signs);
    }

    private boolean acceptOperator(char symbol) throws E {
        if (!accept(symbol)) {
            return false;
        }
        operators++;
        meaning.checkOperators(operators);
        return true;
    }

    private boolean accept(char symbol) {
        if (!atEnd() && text.charAt(position) == symbol) {
            position++;
            return true;
        }
        return false;
    }

    private boolean atEnd() {
        skipSpace();
        return position == text.length();
    }

    private void skipSpace() {
        while (position < text.length() && Character.isWhitespace(text.charAt(position))) {
            position++;
        }
    }

    private E expected(String what) {
        return meaning.malformed(what, position);
    }
}
