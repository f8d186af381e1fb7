package org.initweights.processor.write;

import com.palantir.javapoet.CodeBlock;
import java.util.Map;
import java.util.function.BiFunction;

/** The numbers that an expression has names for, as the argument behind it: {@code Map.of("theta", theta)}. */
final class NumbersCode {

    /** How many pairs {@code Map.of} takes. */
    private static final int MOST_PAIRS = 10;

    private NumbersCode() {}

    /**
     * The argument with the comma before it; nothing if there are no numbers.
     *
     * @param code writes a number
     */
    static <T> CodeBlock of(Map<String, T> numbers, BiFunction<String, T, CodeBlock> code) {
        if (numbers.isEmpty()) {
            return CodeBlock.of("");
        }
        boolean few = numbers.size() <= MOST_PAIRS;
        CodeBlock pairs = numbers.entrySet().stream()
                .map(number -> few
                        ? CodeBlock.of(
                                "$L, $L", Literals.of(number.getKey()), code.apply(number.getKey(), number.getValue()))
                        : CodeBlock.of(
                                "$T.entry($L, $L)",
                                Map.class,
                                Literals.of(number.getKey()),
                                code.apply(number.getKey(), number.getValue())))
                .collect(CodeBlock.joining(",$W"));
        return CodeBlock.of(few ? ",$W$T.of($L)" : ",$W$T.ofEntries($L)", Map.class, pairs);
    }
}
