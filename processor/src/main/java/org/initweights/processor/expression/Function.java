package org.initweights.processor.expression;

import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.initweights.internal.expression.MathFunction;
import org.initweights.internal.message.Spelling;

/**
 * A function that formulas may call, by the name that it has in {@link Math}. Generated code calls {@link StrictMath} where
 * {@code Math} may round otherwise from one machine to the next.
 *
 * @param name its name
 * @param arity how many numbers it takes
 * @param home the class whose method it is
 * @param value computes it
 */
public record Function(String name, int arity, Class<?> home, ToDoubleFunction<double[]> value) {

    private static final Map<String, Function> ALL = Map.ofEntries(
            of(MathFunction.SQRT, Math.class),
            of(MathFunction.ABS, Math.class),
            of(MathFunction.MIN, Math.class),
            of(MathFunction.MAX, Math.class),
            of(MathFunction.EXP, StrictMath.class),
            of(MathFunction.LOG, StrictMath.class),
            of(MathFunction.POW, StrictMath.class));

    private static Map.Entry<String, Function> of(MathFunction function, Class<?> home) {
        return Map.entry(function.written(), new Function(function.written(), function.arity(), home, function::apply));
    }

    /**
     * The function of this name.
     *
     * @throws ExpressionException if there is none with this number of arguments
     */
    static Function named(Expression.Call call) throws ExpressionException {
        Function function = ALL.get(call.function());
        if (function == null || function.arity != call.arguments().size()) {
            throw new ExpressionException(
                            "UnknownFunction",
                            "\"" + call.text() + "\": "
                                    + (function == null
                                            ? "there is no such function; " + meant(call.function())
                                            : call.function() + " takes " + function.arity
                                                    + (function.arity == 1 ? " number" : " numbers")))
                    .about(call.function());
        }
        return function;
    }

    private static String meant(String name) {
        // Names of three letters are near each other: sin is no misspelt min.
        return Spelling.closest(name, ALL.keySet())
                .filter(near -> name.regionMatches(true, 0, near, 0, 1))
                .map(near -> "did you mean \"" + near + "\"?")
                .orElse("use sqrt, abs, min, max, exp, log or pow");
    }

    double apply(double[] arguments) {
        return value.applyAsDouble(arguments);
    }
}
