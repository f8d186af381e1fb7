package org.initweights.internal.values;

import java.util.List;
import org.initweights.Fill;
import org.initweights.InitializationException;
import org.initweights.internal.message.Notation;

/**
 * A function of what another fill draws for each element.
 *
 * <p>The number that is drawn is the one that {@code base} would write to floats, or to doubles if the elements are doubles; the function is
 * computed in double, and its value rounded once, to the type of the elements. Mean and standard deviation are integrals over the law of
 * the base.
 *
 * @param base draws each element by itself
 * @param expression the function of {@code x}, as the user wrote it
 * @param numbers what its other names mean
 */
public record TransformedFill(Fill base, String expression, List<NamedNumber> numbers) implements Fill {

    /** How many numbers are tried when a transform is made, between the least and the largest that may be drawn. */
    private static final int TRIED = 257;

    public TransformedFill {
        numbers = List.copyOf(numbers);
        ElementExpression read = ElementExpression.complete(ElementKind.TRANSFORM, expression, numbers);
        read.checkFinite(numbers);
        DrawnLaw law = DrawnLaw.of(base)
                .orElseThrow(() -> new InitializationException(
                        "TransformBase",
                        read.display(),
                        null,
                        "needs elements that are drawn one by one, uniform, normal or truncated normal, but " + base
                                + " is none of these; write what is not drawn as a table"));
        check(read, law, numbers, base);
    }

    private static void check(ElementExpression read, DrawnLaw law, List<NamedNumber> numbers, Fill base) {
        DrawnProgram program = new DrawnProgram(read, numbers);
        double from = law.drawnFrom();
        double to = law.drawnTo();
        for (int i = 0; i < TRIED; i++) {
            double t = i == TRIED - 1 ? to : from + (to - from) * i / (TRIED - 1);
            double drawn = law.value(t);
            refuse(read, drawn, program.at(drawn), base);
        }
        // The one number within an interval at which functions are not defined more often than at others.
        if (law.least() < 0 && law.most() > 0) {
            double drawn = law.written().applyAsDouble(0);
            refuse(read, drawn, program.at(drawn), base);
        }
    }

    private static void refuse(ElementExpression read, double drawn, double value, Fill base) {
        if (!Double.isFinite(value)) {
            throw new InitializationException(
                    "TransformValue",
                    read.display(),
                    "value",
                    "is " + value + " at x = " + Notation.exact(drawn) + ", which " + base
                            + " may draw; draw from where it is finite, or bound x, as in log(max(x, 1e-7))");
        }
    }

    /**
     * Refuses values that are no finite numbers.
     *
     * @throws InitializationException of the first of them
     */
    public void refuse(double drawn, double value) {
        refuse(read(), drawn, value, base);
    }

    private ElementExpression read() {
        return ElementExpression.complete(ElementKind.TRANSFORM, expression, numbers);
    }

    /** What computes the function, for any number of threads. */
    public DrawnProgram program() {
        return new DrawnProgram(read(), numbers);
    }

    /** How an element is distributed. */
    public DrawnLaw law() {
        return DrawnLaw.of(this).orElseThrow();
    }

    @Override
    public double mean() {
        DrawnLaw law = law();
        return law.expectation(law::value);
    }

    @Override
    public double std() {
        DrawnLaw law = law();
        double mean = law.expectation(law::value);
        return Math.sqrt(law.expectation(t -> {
            double deviation = law.value(t) - mean;
            return deviation * deviation;
        }));
    }

    @Override
    public double lower() {
        return TransformBounds.of(this).lower();
    }

    @Override
    public double upper() {
        return TransformBounds.of(this).upper();
    }

    @Override
    public String toString() {
        return NumberNames.written(expression, numbers) + " of x in " + base;
    }
}
