package org.initweights.processor.check;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.initweights.processor.expression.Dimension;

/** The names that sizes have, of constants too, whose numbers do not tell them apart from others. */
final class SizeNames {

    /** A path, but for functions, which have arguments. */
    private static final Pattern NAME =
            Pattern.compile("\\p{javaJavaIdentifierStart}[\\p{javaJavaIdentifierPart}.]*+(?:\\(\\))?+(?!\\s*+\\()");

    private SizeNames() {}

    /** The names in some dimensions. */
    static Set<String> in(List<Dimension> dimensions) {
        return dimensions.stream()
                .flatMap(dimension -> NAME.matcher(dimension.text()).results())
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The names of dimensions that have one each; of several nothing says which is the one that grows. */
    static Set<String> alone(List<Dimension> dimensions) {
        return dimensions.stream()
                .map(dimension -> in(List.of(dimension)))
                .filter(names -> names.size() == 1)
                .flatMap(Set::stream)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
