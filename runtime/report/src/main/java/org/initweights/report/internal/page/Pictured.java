package org.initweights.report.internal.page;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.initweights.report.Fit;
import org.initweights.report.ParameterReport;
import org.initweights.report.Warning;
import org.initweights.report.WarningKind;
import org.initweights.report.internal.ReportContents;

/**
 * Which parameters have pictures on the page: all of them, unless there are more than {@link #MOST}. Then those with warnings come first,
 * then one of each kind, then those that fit worst. The second of two equal layers would tell little more.
 *
 * @param indices where they are among the parameters of the report
 * @param leftOut how many have none
 */
record Pictured(Set<Integer> indices, int leftOut) {

    /**
     * How many parameters have pictures, at most. One takes 7 kB with its pictures and 0.2 kB as a row alone, so that pictures never take
     * more than some 4 MB, which a browser opens at once; few models have more parameters.
     */
    static final int MOST = 500;

    private static final Pattern NUMBER = Pattern.compile("\\d+");

    /** What is alike in the parameters of equal layers: the name but for its numbers, the shape and the initializer; also the warning. */
    private record Kind(String name, String shape, Optional<String> fill, Optional<WarningKind> warning) {}

    static Pictured of(ReportContents report) {
        List<ParameterReport> parameters = report.parameters();
        List<Integer> all = IntStream.range(0, parameters.size()).boxed().toList();
        if (all.size() <= MOST) {
            return new Pictured(Set.copyOf(all), 0);
        }
        Map<String, WarningKind> warnings = warnings(report);
        List<Integer> warned = all.stream()
                .filter(index -> warnings.containsKey(parameters.get(index).name()))
                .toList();
        Set<Integer> ranked = new LinkedHashSet<>(firstOfEachKind(warned, parameters, warnings));
        ranked.addAll(warned);
        ranked.addAll(firstOfEachKind(all, parameters, warnings));
        ranked.addAll(worstFitFirst(all, parameters));
        return new Pictured(ranked.stream().limit(MOST).collect(Collectors.toUnmodifiableSet()), all.size() - MOST);
    }

    boolean contains(int index) {
        return indices.contains(index);
    }

    private static Map<String, WarningKind> warnings(ReportContents report) {
        return report.warnings().stream()
                .filter(warning -> warning.parameter().isPresent())
                .collect(Collectors.toMap(
                        warning -> warning.parameter().orElseThrow(), Warning::kind, (first, second) -> first));
    }

    private static Collection<Integer> firstOfEachKind(
            List<Integer> indices, List<ParameterReport> parameters, Map<String, WarningKind> warnings) {
        Map<Kind, Integer> first = new LinkedHashMap<>();
        for (int index : indices) {
            ParameterReport parameter = parameters.get(index);
            Kind kind = new Kind(
                    NUMBER.matcher(parameter.name()).replaceAll("#"),
                    parameter.shape().toString(),
                    parameter.content(),
                    Optional.ofNullable(warnings.get(parameter.name())));
            first.putIfAbsent(kind, index);
        }
        return first.values();
    }

    /** Those of which nothing is tested come last. */
    private static List<Integer> worstFitFirst(List<Integer> indices, List<ParameterReport> parameters) {
        List<Integer> sorted = new ArrayList<>(indices);
        sorted.sort(Comparator.comparingDouble(
                index -> parameters.get(index).fit().map(Fit::pValue).orElse(Double.POSITIVE_INFINITY)));
        return sorted;
    }
}
