package org.initweights.processor.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.math.BigInteger;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.initweights.processor.expression.DimensionReader;
import org.initweights.processor.expression.ExpressionException;
import org.initweights.processor.expression.FormulaReader;
import org.initweights.processor.expression.Quantity;
import org.initweights.processor.expression.Scope;
import org.initweights.processor.expression.SizeVariable;
import org.initweights.processor.expression.Source;
import org.initweights.processor.expression.Term;
import org.initweights.processor.name.MemberPath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Random expressions, printed as Java, compiled and run, compute what their trees say. */
class TermCodeTest {

    private static final int EXPRESSIONS = 1500;
    private static final BigInteger LARGEST = BigInteger.valueOf(Long.MAX_VALUE);

    private static final Map<String, Long> VALUES =
            new TreeMap<>(Map.of("a", 7L, "b", -3L, "c", 0L, "d", 2_000_000_000L, "e", 4_000_000_000_000_000_000L));

    @TempDir
    private Path folder;

    @Test
    void sizesAreThoseOfTheTreesOrExceedALong() throws Exception {
        List<Tree> trees = new ArrayList<>();
        List<Term> terms = new ArrayList<>();
        Random random = new Random(16);
        while (trees.size() < EXPRESSIONS) {
            Tree tree = tree(random, 4);
            try {
                terms.add(DimensionReader.rounding(path -> new Scope.Variable(variable(path)))
                        .read(new Source("dims", tree.text(), "DimensionSyntax"))
                        .term());
                trees.add(tree);
            } catch (ExpressionException e) {
                assertThat(e.id()).as(tree.text()).isIn("DivisionByZero", "TooManyElements");
            }
        }
        Class<?> compiled = compile(
                "long",
                terms.stream()
                        .map(term -> TermCode.exact(term, locals()).code())
                        .toList());
        int refused = 0;
        for (int i = 0; i < EXPRESSIONS; i++) {
            Optional<BigInteger> expected = trees.get(i).size();
            refused += expected.isEmpty() ? 1 : 0;
            assertThat(call(compiled, i).map(value -> BigInteger.valueOf((Long) value)))
                    .as(trees.get(i).text())
                    .isEqualTo(expected);
        }
        assertThat(refused).isBetween(EXPRESSIONS / 100, EXPRESSIONS / 2);
    }

    @Test
    void formulasAreThoseOfTheTreesInDoubles() throws Exception {
        List<Tree> trees = new ArrayList<>();
        List<Term> terms = new ArrayList<>();
        Random random = new Random(17);
        while (trees.size() < EXPRESSIONS) {
            Tree tree = tree(random, 4);
            try {
                terms.add(new FormulaReader(path -> Quantity.of(variable(path)))
                        .read(new Source("std", tree.text(), "FormulaSyntax"))
                        .term());
                trees.add(tree);
            } catch (ExpressionException e) {
                assertThat(e.id()).as(tree.text()).isEqualTo("FormulaValue");
            }
        }
        Class<?> compiled = compile(
                "double",
                terms.stream()
                        .map(term -> TermCode.real(term, locals(), "w", "shape").code())
                        .toList());
        for (int i = 0; i < EXPRESSIONS; i++) {
            assertThat(call(compiled, i))
                    .as(trees.get(i).text())
                    .contains(trees.get(i).number());
        }
    }

    private static Locals locals() {
        return new Locals(Set.of(), "parameters");
    }

    private static SizeVariable variable(List<String> path) {
        return new SizeVariable(path.get(0), true, new MemberPath(Optional.empty(), List.of()));
    }

    private Class<?> compile(String type, List<? extends Object> expressions) throws Exception {
        StringBuilder source = new StringBuilder("final class Printed {\n");
        String parameters = String.join(
                ", ", VALUES.keySet().stream().map(name -> "long " + name).toList());
        for (int i = 0; i < expressions.size(); i++) {
            source.append(String.format(
                    Locale.ROOT, "static %s e%d(%s) { return %s; }\n", type, i, parameters, expressions.get(i)));
        }
        Path file = Files.writeString(folder.resolve("Printed.java"), source.append("}\n"));
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        StringWriter messages = new StringWriter();
        boolean compiled = javac.getTask(
                        messages,
                        null,
                        null,
                        List.of("-d", folder.toString(), "-proc:none"),
                        null,
                        javac.getStandardFileManager(null, null, null).getJavaFileObjects(file))
                .call();
        assertThat(compiled).as("%s", messages).isTrue();
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {folder.toUri().toURL()})) {
            return loader.loadClass("Printed");
        }
    }

    private static Optional<Object> call(Class<?> compiled, int index) throws ReflectiveOperationException {
        Class<?>[] types = new Class<?>[VALUES.size()];
        Arrays.fill(types, long.class);
        Method method = compiled.getDeclaredMethod("e" + index, types);
        method.setAccessible(true);
        try {
            return Optional.of(method.invoke(null, VALUES.values().toArray()));
        } catch (InvocationTargetException e) {
            assertThat(e.getCause()).isInstanceOf(ArithmeticException.class);
            return Optional.empty();
        }
    }

    private static Tree tree(Random random, int depth) {
        int choice = random.nextInt(depth == 0 ? 2 : 8);
        if (choice == 0) {
            long value = random.nextInt(4);
            return new Leaf(Long.toString(value), value);
        }
        if (choice == 1) {
            Map.Entry<String, Long> entry = List.copyOf(VALUES.entrySet()).get(random.nextInt(VALUES.size()));
            return new Leaf(entry.getKey(), entry.getValue());
        }
        if (choice == 2) {
            return new Sign(tree(random, depth - 1));
        }
        return new Pair("+-*/".charAt(random.nextInt(4)), tree(random, depth - 1), tree(random, depth - 1));
    }

    /** An expression that evaluates itself. */
    private sealed interface Tree {

        /** As a user may write it, with more parentheses than it needs. */
        String text();

        /** The value in integers; empty if it is none, or one on the way exceeds a {@code long}. */
        Optional<BigInteger> size();

        /** The value in doubles. */
        double number();
    }

    private record Leaf(String text, long value) implements Tree {

        @Override
        public Optional<BigInteger> size() {
            return Optional.of(BigInteger.valueOf(value));
        }

        @Override
        public double number() {
            return value;
        }
    }

    private record Sign(Tree operand) implements Tree {

        @Override
        public String text() {
            return operand instanceof Pair ? "-(" + operand.text() + ")" : "-" + operand.text();
        }

        @Override
        public Optional<BigInteger> size() {
            return operand.size().map(BigInteger::negate);
        }

        @Override
        public double number() {
            return -operand.number();
        }
    }

    private record Pair(char operator, Tree left, Tree right) implements Tree {

        @Override
        public String text() {
            return "(" + left.text() + ") " + operator + " (" + right.text() + ")";
        }

        @Override
        public Optional<BigInteger> size() {
            return left.size().flatMap(a -> right.size().flatMap(b -> apply(a, b)));
        }

        private Optional<BigInteger> apply(BigInteger a, BigInteger b) {
            if (operator == '/' && b.signum() == 0) {
                return Optional.empty();
            }
            BigInteger value = switch (operator) {
                case '+' -> a.add(b);
                case '-' -> a.subtract(b);
                case '*' -> a.multiply(b);
                default -> a.divide(b);
            };
            return Optional.of(value).filter(result -> result.abs().compareTo(LARGEST) <= 0);
        }

        @Override
        public double number() {
            double a = left.number();
            double b = right.number();
            return switch (operator) {
                case '+' -> a + b;
                case '-' -> a - b;
                case '*' -> a * b;
                default -> a / b;
            };
        }
    }
}
