package org.initweights.internal.expression;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The syntax of sizes and formulas: {@code + - * /}, signs and parentheses over numbers, names and calls. A name may have dots, and
 * parentheses where it is a method without parameters: {@code config.hidden()}. For a {@link ChoiceMeaning} there are comparisons and
 * {@code condition ? a : b} too, which bind least. It is read by recursive descent, and what is read is handed to an
 * {@link ExpressionMeaning}.
 *
 * @param <N> what an expression becomes
 * @param <E> how a mistake is told
 */
public final class ExpressionGrammar<N, E extends Exception> {

    private final String text;
    private final ExpressionMeaning<N, E> meaning;
    private final @Nullable ChoiceMeaning<N, E> choices;
    private int position;
    private int nested;
    private int signs;
    private int operators;

    private ExpressionGrammar(String text, ExpressionMeaning<N, E> meaning) {
        this.text = text;
        this.meaning = meaning;
        this.choices = meaning instanceof ChoiceMeaning<N, E> found ? found : null;
    }

    /** Reads one expression. */
    public static <N, E extends Exception> N one(String text, ExpressionMeaning<N, E> meaning) throws E {
        ExpressionGrammar<N, E> grammar = new ExpressionGrammar<>(text, meaning);
        N expression = grammar.whole();
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
            expressions.add(grammar.whole());
        } while (grammar.accept(','));
        if (!grammar.atEnd()) {
            throw grammar.expected("an operator or a comma");
        }
        return expressions;
    }

    private N whole() throws E {
        return choices == null ? sum() : choice(choices);
    }

    private N choice(ChoiceMeaning<N, E> found) throws E {
        N condition = comparison(found);
        int mark = next();
        if (!acceptOperator('?')) {
            return condition;
        }
        enter(mark);
        N yes = choice(found);
        if (!accept(':')) {
            throw expected("a colon, as in a < b ? c : d");
        }
        N no = choice(found);
        nested--;
        meaning.at(mark);
        return found.choice(condition, yes, no);
    }

    private N comparison(ChoiceMeaning<N, E> found) throws E {
        N left = sum();
        int mark = next();
        for (Relation relation : Relation.values()) {
            if (text.startsWith(relation.symbol(), mark)) {
                position = mark + relation.symbol().length();
                count(mark);
                N right = sum();
                meaning.at(mark);
                return found.comparison(relation, left, right);
            }
        }
        return left;
    }

    private N sum() throws E {
        N left = product();
        while (true) {
            int mark = next();
            if (acceptOperator('+')) {
                left = operation('+', left, product(), mark);
            } else if (acceptOperator('-')) {
                left = operation('-', left, product(), mark);
            } else {
                return left;
            }
        }
    }

    private N product() throws E {
        N left = factor();
        while (true) {
            int mark = next();
            if (acceptOperator('*')) {
                left = operation('*', left, factor(), mark);
            } else if (acceptOperator('/')) {
                left = operation('/', left, factor(), mark);
            } else {
                return left;
            }
        }
    }

    private N operation(char symbol, N left, N right, int mark) throws E {
        meaning.at(mark);
        return meaning.operation(symbol, left, right);
    }

    /** What stands between {@code *} and {@code /}, with its signs, of which there may be too many for a method that calls itself. */
    private N factor() throws E {
        int own = 0;
        int mark = next();
        while (accept('-')) {
            own++;
            signs++;
            meaning.at(position - 1);
            meaning.checkDepth(nested, signs);
        }
        N operand = unsigned();
        signs -= own;
        for (; own > 0; own--) {
            meaning.at(mark);
            operand = meaning.negation(operand);
        }
        return operand;
    }

    private N unsigned() throws E {
        if (accept('(')) {
            enter(position - 1);
            N inner = whole();
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
        meaning.at(start);
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
        int mark = next();
        do {
            String name = name();
            int open = next();
            boolean call = accept('(');
            if (call && !accept(')')) {
                if (!names.isEmpty()) {
                    throw expected("a closing parenthesis, since only methods without parameters can be called");
                }
                List<N> arguments = arguments(open);
                meaning.at(mark);
                return meaning.call(name, arguments);
            }
            names.add(call ? name + "()" : name);
        } while (accept('.'));
        meaning.at(mark);
        return meaning.path(names);
    }

    private List<N> arguments(int open) throws E {
        List<N> arguments = new ArrayList<>();
        enter(open);
        do {
            arguments.add(whole());
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

    private void enter(int open) throws E {
        nested++;
        meaning.at(open);
        meaning.checkDepth(nested, signs);
    }

    private boolean acceptOperator(char symbol) throws E {
        if (!accept(symbol)) {
            return false;
        }
        count(position - 1);
        return true;
    }

    private void count(int mark) throws E {
        operators++;
        meaning.at(mark);
        meaning.checkOperators(operators);
    }

    /** Where the next character that is no space is. */
    private int next() {
        skipSpace();
        return position;
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
