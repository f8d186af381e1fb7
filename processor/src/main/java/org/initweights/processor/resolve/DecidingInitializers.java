package org.initweights.processor.resolve;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.initweights.internal.rule.MupRole;
import org.initweights.processor.model.InitializerSpec;
import org.initweights.processor.resolve.Contents.ParameterRow;

/** Which initializers decide how the parameters of a model start and learn: their own, those of rules, or those of what they are tied to or copies of. */
public final class DecidingInitializers {

    private final Map<String, Optional<ParameterRow>> rows = new HashMap<>();

    /** Those in the contents of a model. */
    public DecidingInitializers(Contents contents) {
        contents.rows().stream()
                .filter(ParameterRow.class::isInstance)
                .map(ParameterRow.class::cast)
                // Of a name that several classes may have, only the built model knows whose it is.
                .forEach(row -> rows.merge(row.path(), Optional.of(row), (one, other) -> Optional.empty()));
    }

    /** The initializers of a parameter, those of slices among them; empty if the built model decides. */
    public Optional<List<InitializerSpec>> of(ParameterRow row) {
        return root(row)
                .flatMap(root -> root.ruling() instanceof Contents.Undecided
                        ? Optional.empty()
                        : Optional.of(
                                root.ruling() instanceof Contents.Ruled ruled
                                        ? List.of(ruled.rule().initializer())
                                        : root.parameter().initializers()));
    }

    /** The roles that a parameter or some of its rows have in the maximal update parametrization; empty if the built model decides. */
    public Optional<Set<MupRole>> roles(ParameterRow row) {
        return of(row).map(DecidingInitializers::roles);
    }

    /** The roles that initializers give. */
    public static Set<MupRole> roles(List<InitializerSpec> initializers) {
        return initializers.stream()
                .flatMap(initializer -> initializer.role().stream())
                .collect(Collectors.toSet());
    }

    /** The parameter that a tied one is, or that a copy begins as, by way of others; itself if it is neither. */
    public Optional<ParameterRow> root(ParameterRow row) {
        Set<String> seen = new HashSet<>();
        ParameterRow root = row;
        while (seen.add(root.path())) {
            Optional<String> next = next(root.ruling());
            if (next.isEmpty()) {
                return Optional.of(root);
            }
            Optional<ParameterRow> found = rows.getOrDefault(next.get(), Optional.empty());
            if (found.isEmpty()) {
                return Optional.empty();
            }
            root = found.get();
        }
        return Optional.empty();
    }

    private static Optional<String> next(Contents.Ruling ruling) {
        if (ruling instanceof Contents.Tied tied) {
            return Optional.of(tied.to());
        }
        return ruling instanceof Contents.Copied copied ? Optional.of(copied.from()) : Optional.empty();
    }
}
