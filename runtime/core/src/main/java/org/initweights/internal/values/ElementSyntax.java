package org.initweights.internal.values;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.initweights.internal.expression.ChoiceMeaning;
import org.initweights.internal.expression.ExpressionGrammar;
import org.initweights.internal.expression.MathFunction;
import org.initweights.internal.expression.Operator;
import org.initweights.internal.expression.Relation;
import org.initweights.internal.message.Spelling;

/** Gives an expression of elements its meaning while it is read, and refuses what has none, with its place. */
final class ElementSyntax implements ChoiceMeaning<ElementNode, ElementMistake> {

    /** How many characters an expression may have. */
    private static final int LONGEST = 10_000;

    /** How deep parentheses, signs and choices may nest, and how many operators there may be: what computes it calls itself for each. */
    private static final int DEEPEST = 50;

    private static final int MOST_OPERATORS = 500;

    private static final NodeBinding BINDING = new NodeBinding(List.of(), new long[0]);

    private final ElementKind kind;
    private final String text;
    private final Map<String, Integer> names = new LinkedHashMap<>();
    private final Map<String, Integer> own = new LinkedHashMap<>();
    private final Map<Integer, Integer> axes = new LinkedHashMap<>();
    private int position;

    private ElementSyntax(ElementKind kind, String text) {
        this.kind = kind;
        this.text = text;
    }

    static ElementExpression read(ElementKind kind, String text) throws ElementMistake {
        ElementSyntax reader = new ElementSyntax(kind, text);
        if (text.length() > LONGEST) {
            throw reader.tooLarge("has more than " + LONGEST + " characters", LONGEST);
        }
        ElementNode root = reader.number(ExpressionGrammar.one(text, reader), 0);
        return new ElementExpression(
                kind, text, root, Map.copyOf(reader.names), Map.copyOf(reader.own), Map.copyOf(reader.axes));
    }

    @Override
    public void at(int character) {
        position = character;
    }

    @Override
    public ElementNode whole(long value) throws ElementMistake {
        BigDecimal held = new BigDecimal((double) value);
        if (held.compareTo(BigDecimal.valueOf(value)) != 0) {
            throw new ElementMistake(
                    "TableValue",
                    "\"" + value + "\" is computed with as a double, which does not hold it; write " + held
                            + ", which is the nearest that it holds",
                    position);
        }
        return new ElementNode.Constant((double) value);
    }

    @Override
    public ElementNode decimal(String digits, double value) throws ElementMistake {
        if (Double.isInfinite(value)) {
            throw new ElementMistake("TableValue", "\"" + digits + "\" is beyond the range of a double", position);
        }
        return new ElementNode.Constant(value);
    }

    @Override
    public ElementNode path(List<String> path) {
        String name = String.join(".", path);
        ElementNode node = kind.named(name);
        if (node instanceof ElementNode.Named) {
            names.putIfAbsent(name, position);
        } else {
            own.putIfAbsent(name, position);
        }
        ElementKind.axis(node).ifPresent(axis -> axes.putIfAbsent(axis, position));
        return node;
    }

    @Override
    public ElementNode call(String name, List<ElementNode> arguments) throws ElementMistake {
        Optional<MathFunction> function = MathFunction.named(name);
        if (function.isEmpty()) {
            throw new ElementMistake(
                    "UnknownFunction",
                    "there is no function \"" + name + "\"; "
                            + Spelling.closest(name, MathFunction.names())
                                    .map(near -> "did you mean \"" + near + "\"?")
                                    .orElse("use " + String.join(", ", MathFunction.names())),
                    position);
        }
        int arity = function.get().arity();
        if (arity != arguments.size()) {
            throw new ElementMistake(
                    "UnknownFunction",
                    name + " takes " + (arity == 1 ? "one number" : "two numbers") + ", and is given "
                            + arguments.size(),
                    position);
        }
        for (ElementNode argument : arguments) {
            number(argument, position);
        }
        return folded(new ElementNode.Call(function.get(), arguments));
    }

    @Override
    public ElementNode negation(ElementNode operand) throws ElementMistake {
        ElementNode number = number(operand, position);
        return number instanceof ElementNode.Constant constant
                ? new ElementNode.Constant(-constant.value())
                : new ElementNode.Negated(number);
    }

    @Override
    public ElementNode operation(char symbol, ElementNode left, ElementNode right) throws ElementMistake {
        Operator operator = Operator.of(symbol);
        if (operator == Operator.DIVIDED_BY && right instanceof ElementNode.Constant by && by.value() == 0) {
            throw new ElementMistake("DivisionByZero", "\"" + text + "\" divides by zero", position);
        }
        return folded(new ElementNode.Operation(operator, number(left, position), number(right, position)));
    }

    /** What depends on nothing is computed at once, so that a division by zero is seen where it stands. */
    private static ElementNode folded(ElementNode node) {
        return node.operands().stream().allMatch(ElementNode.Constant.class::isInstance) ? BINDING.bind(node) : node;
    }

    @Override
    public ElementNode comparison(Relation relation, ElementNode left, ElementNode right) throws ElementMistake {
        return new ElementNode.Comparison(relation, number(left, position), number(right, position));
    }

    @Override
    public ElementNode choice(ElementNode condition, ElementNode yes, ElementNode no) throws ElementMistake {
        if (!(condition instanceof ElementNode.Comparison comparison)) {
            throw new ElementMistake(
                    kind.syntaxId(),
                    "what stands before ? must be a comparison, such as i0 < 3; write … != 0 ? … : …",
                    position);
        }
        return new ElementNode.Choice(comparison, number(yes, position), number(no, position));
    }

    private ElementNode number(ElementNode node, int place) throws ElementMistake {
        if (node instanceof ElementNode.Comparison) {
            throw new ElementMistake(
                    kind.syntaxId(),
                    "a comparison is true or false, and a number is needed here; write (a < b ? 1 : 0)",
                    place);
        }
        return node;
    }

    @Override
    public void checkDepth(int parentheses, int signs) throws ElementMistake {
        if (parentheses + signs > DEEPEST) {
            throw tooLarge("nests parentheses, signs, calls and choices more than " + DEEPEST + " deep", position);
        }
    }

    @Override
    public void checkOperators(int count) throws ElementMistake {
        if (count > MOST_OPERATORS) {
            throw tooLarge("has more than " + MOST_OPERATORS + " operators", position);
        }
    }

    private ElementMistake tooLarge(String what, int place) {
        return new ElementMistake(
                "ExpressionSize",
                "the " + kind.word() + " " + what + "; in code, a " + kind.word() + " may be a function of Java",
                place);
    }

    @Override
    public ElementMistake noNumber(String written, int place) {
        return new ElementMistake(kind.syntaxId(), "\"" + written + "\" is no number", place);
    }

    @Override
    public ElementMistake malformed(String expected, int place) {
        if (text.isBlank()) {
            return new ElementMistake(kind.syntaxId(), "the " + kind.word() + " is empty; write an expression", 0);
        }
        String found = place == text.length() ? "the end" : "'" + Character.toString(text.codePointAt(place)) + "'";
        return new ElementMistake(
                kind.syntaxId(),
                "\"" + text + "\" should have " + expected + " at position " + (text.codePointCount(0, place) + 1)
                        + ", not " + found,
                place);
    }
}
