package org.initweights.benchmarks.report;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.IntFunction;
import java.util.stream.Collectors;

/** One cell of a table: a figure for each JDK, {@code 5.9 / 9.3}, or a dash where nothing was measured. */
final class Cell {

    private static final String NONE = "–";

    private Cell() {}

    static String of(List<Integer> javas, IntFunction<OptionalDouble> figure) {
        List<String> figures =
                javas.stream().map(java -> rounded(figure.apply(java))).toList();
        return figures.stream().allMatch(NONE::equals) ? "" : String.join(" / ", figures);
    }

    static String ofRatios(List<Integer> javas, IntFunction<OptionalDouble> of, IntFunction<OptionalDouble> over) {
        return of(javas, java -> ratio(of.apply(java), over.apply(java), 1));
    }

    static String ofPercents(List<Integer> javas, IntFunction<OptionalDouble> of, IntFunction<OptionalDouble> over) {
        String percents = of(javas, java -> ratio(of.apply(java), over.apply(java), 100));
        return percents.isEmpty() ? percents : percents + " %";
    }

    /** The JDKs themselves, {@code 17 / 25}. */
    static String of(List<Integer> javas) {
        return javas.stream().map(String::valueOf).collect(Collectors.joining(" / "));
    }

    private static OptionalDouble ratio(OptionalDouble of, OptionalDouble over, double scale) {
        return of.isPresent() && over.isPresent()
                ? OptionalDouble.of(scale * of.getAsDouble() / over.getAsDouble())
                : OptionalDouble.empty();
    }

    /** To a hundredth below two, where ratios are close; to a tenth below ten; whole numbers from there. */
    private static String rounded(OptionalDouble figure) {
        if (figure.isEmpty()) {
            return NONE;
        }
        double value = figure.getAsDouble();
        String format = value < 2 ? "%.2f" : value < 10 ? "%.1f" : "%.0f";
        return String.format(Locale.ROOT, format, value);
    }
}
