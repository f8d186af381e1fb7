package org.initweights.fuzz;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Computes an expression by two stacks, of values and of operators, as Dijkstra's shunting yard does: nothing of the library's grammar
 * is in it.
 *
 * @param <V> a value
 */
abstract class Arithmetic<V> {

    private static final String NAME = "\\p{javaJavaIdentifierStart}\\p{javaJavaIdentifierPart}*+";
    private static final String SPACE = "\\p{javaWhitespace}*+";
    private static final String NO_ARGUMENTS = "(?:" + SPACE + "\\(" + SPACE + "\\))?+";
    private static final Pattern PATH =
            Pattern.compile(NAME + NO_ARGUMENTS + "(?:" + SPACE + "\\." + SPACE + NAME + NO_ARGUMENTS + ")*+");
    private static final Pattern NUMBER =
            Pattern.compile("[\\p{javaDigit}.](?:(?<=[eE])[-+]|[\\p{javaLetterOrDigit}_.])*+");
    private static final Pattern BLANK = Pattern.compile(SPACE);

    /** That an expression has no value. */
    static final class Refused extends Exception {
        private static final long serialVersionUID = 1L;
    }

    /** What waits for its right operand: an operator, a sign, a parenthesis, or the name before one. */
    private record Waiting(String symbol, int binding, int values) {}

    private final Deque<V> values = new ArrayDeque<>();
    private final Deque<Waiting> waiting = new ArrayDeque<>();

    abstract V number(String written) throws Refused;

    abstract V named(String path) throws Refused;

    abstract V negated(V operand) throws Refused;

    abstract V operated(char symbol, V left, V right) throws Refused;

    abstract V called(String function, List<V> arguments) throws Refused;

    /** The value of an expression. */
    final V value(String text) throws Refused {
        boolean operand = true;
        int at = after(BLANK, text, 0);
        while (at < text.length()) {
            char next = text.charAt(at);
            int end = at + 1;
            if (operand && next == '-') {
                waiting.push(new Waiting("sign", 3, 0));
            } else if (operand && next == '(') {
                waiting.push(new Waiting("(", 0, values.size()));
            } else if (operand) {
                Pattern kind = Character.isDigit(next) || next == '.' ? NUMBER : PATH;
                end = after(kind, text, at);
                check(end > at);
                String word = text.substring(at, end);
                int behind = after(BLANK, text, end);
                if (kind == PATH && text.startsWith("(", behind)) {
                    // A call with arguments; those of a member's methods are no expressions.
                    check(word.matches(NAME));
                    waiting.push(new Waiting(word, 0, values.size()));
                    end = behind + 1;
                } else {
                    values.push(kind == NUMBER ? number(word) : named(word.replaceAll("\\p{javaWhitespace}", "")));
                    operand = false;
                }
            } else if ("+-*/".indexOf(next) >= 0) {
                int binding = "*/".indexOf(next) >= 0 ? 2 : 1;
                settle(binding);
                waiting.push(new Waiting(String.valueOf(next), binding, 0));
                operand = true;
            } else {
                settle(1);
                check(next == ')' || next == ',');
                check(!waiting.isEmpty());
                if (next == ')') {
                    close(waiting.pop());
                } else {
                    check(!waiting.peek().symbol.equals("("));
                    operand = true;
                }
            }
            at = after(BLANK, text, end);
        }
        check(!operand);
        settle(1);
        check(waiting.isEmpty());
        return values.pop();
    }

    private void close(Waiting open) throws Refused {
        if (!open.symbol.equals("(")) {
            List<V> arguments = new ArrayList<>();
            while (values.size() > open.values) {
                arguments.add(0, values.pop());
            }
            values.push(called(open.symbol, arguments));
        }
    }

    /** Computes all that binds as tightly, or more. */
    private void settle(int binding) throws Refused {
        while (!waiting.isEmpty() && waiting.peek().binding >= binding) {
            Waiting operator = waiting.pop();
            V right = values.pop();
            values.push(
                    operator.symbol.equals("sign")
                            ? negated(right)
                            : operated(operator.symbol.charAt(0), values.pop(), right));
        }
    }

    private static int after(Pattern pattern, String text, int from) {
        Matcher matcher = pattern.matcher(text).region(from, text.length());
        return matcher.lookingAt() ? matcher.end() : from;
    }

    static void check(boolean hasValue) throws Refused {
        if (!hasValue) {
            throw new Refused();
        }
    }
}
