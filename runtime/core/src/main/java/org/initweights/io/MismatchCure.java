package org.initweights.io;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.initweights.io.Mismatch.Missing;
import org.initweights.io.Mismatch.Unexpected;
import org.initweights.io.Mismatch.WrongShape;
import org.initweights.io.Mismatch.WrongType;

/** Which options would cure mismatches, as far as they show. */
final class MismatchCure {

    private static final int MOST_OF_A_KIND = 3;

    private static final Pattern INDEX = Pattern.compile("(?<=^|\\.)\\d+(?=\\.|$)");

    private MismatchCure() {}

    /** The options as they are written, with the reason; empty if none is seen. */
    static Optional<String> of(List<Mismatch> mismatches) {
        Set<String> options = new LinkedHashSet<>();
        Set<String> missing = names(mismatches, Missing.class);
        Set<String> unexpected = names(mismatches, Unexpected.class);
        prefix(unexpected, missing)
                .map(prefix -> "withoutPrefix(\"" + prefix + "\")")
                .or(() -> prefix(missing, unexpected).map(prefix -> "withPrefix(\"" + prefix + "\")"))
                .ifPresent(options::add);
        if (mismatches.stream().anyMatch(MismatchCure::isOtherType)) {
            options.add("converted()");
        }
        mismatches.stream()
                .filter(MismatchCure::isTransposed)
                .map(mismatch -> "transposed(\"" + mismatch.name() + "\")")
                .limit(MOST_OF_A_KIND)
                .forEach(options::add);
        if (missing.isEmpty()) {
            unexpected.stream()
                    .map(MismatchCure::inEachLayer)
                    .distinct()
                    .map(pattern -> "ignoring(\"" + pattern + "\")")
                    .limit(MOST_OF_A_KIND)
                    .forEach(options::add);
        }
        return options.isEmpty()
                ? Optional.empty()
                : Optional.of("LoadOptions may help: " + String.join(", ", options));
    }

    private static Set<String> names(List<Mismatch> mismatches, Class<? extends Mismatch> kind) {
        return mismatches.stream()
                .filter(kind::isInstance)
                .map(Mismatch::name)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** The prefix that most of the longer names have before one of the others; it ends with a dot. */
    private static Optional<String> prefix(Set<String> longer, Set<String> shorter) {
        Map<String, Integer> counts = new HashMap<>();
        for (String name : longer) {
            for (int dot = name.indexOf('.'); dot >= 0; dot = name.indexOf('.', dot + 1)) {
                if (shorter.contains(name.substring(dot + 1))) {
                    counts.merge(name.substring(0, dot + 1), 1, Integer::sum);
                }
            }
        }
        return counts.entrySet().stream()
                .max(Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey);
    }

    /** {@code h.*.attn.bias} for {@code h.0.attn.bias}. */
    private static String inEachLayer(String name) {
        return INDEX.matcher(name).replaceAll("*");
    }

    private static boolean isOtherType(Mismatch mismatch) {
        return mismatch instanceof WrongType type && type.inFile().isConvertible(type.inModel());
    }

    private static boolean isTransposed(Mismatch mismatch) {
        return mismatch instanceof WrongShape shape
                && shape.inModel().rank() == 2
                && shape.inFile().rank() == 2
                && shape.inModel().size(0) == shape.inFile().size(1)
                && shape.inModel().size(1) == shape.inFile().size(0);
    }
}
