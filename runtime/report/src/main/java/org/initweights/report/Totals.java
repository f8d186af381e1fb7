package org.initweights.report;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * How large a model is.
 *
 * @param types the types of its elements, in the order of their first parameter
 */
public record Totals(int parameters, long elements, long bytes, List<String> types, long trained) {

    private static final List<String> UNITS = List.of("bytes", "KB", "MB", "GB", "TB");

    public Totals {
        types = List.copyOf(types);
    }

    /** Totals of parameters that are all trained. */
    public Totals(int parameters, long elements, long bytes, List<String> types) {
        this(parameters, elements, bytes, types, elements);
    }

    /** Those of some parameters. */
    public static Totals of(List<ParameterReport> parameters) {
        return new Totals(
                parameters.size(),
                parameters.stream()
                        .mapToLong(parameter -> parameter.shape().elements())
                        .sum(),
                parameters.stream().mapToLong(ParameterReport::bytes).sum(),
                parameters.stream()
                        .map(parameter -> parameter.dtype().name())
                        .distinct()
                        .collect(Collectors.toList()),
                parameters.stream()
                        .filter(parameter -> parameter.role().isTrainable())
                        .mapToLong(parameter -> parameter.shape().elements())
                        .sum());
    }

    /** Such as {@code 102.2 MB}; a megabyte is a million bytes. */
    public static String size(long bytes) {
        double size = bytes;
        int unit = 0;
        while (size >= 1000 && unit < UNITS.size() - 1) {
            size /= 1000;
            unit++;
        }
        return String.format(Locale.ROOT, unit == 0 ? "%.0f %s" : "%.1f %s", size, UNITS.get(unit));
    }

    /** Such as {@code 161 parameters · 25,557,032 elements · 102.2 MB · F32}. */
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%,d %s · %,d elements%s · %s%s",
                parameters,
                parameters == 1 ? "parameter" : "parameters",
                elements,
                trained == elements ? "" : String.format(Locale.ROOT, ", %,d trained", trained),
                size(bytes),
                types.isEmpty() ? "" : " · " + String.join(", ", types));
    }
}
