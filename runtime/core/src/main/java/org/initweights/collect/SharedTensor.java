package org.initweights.collect;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.initweights.Initializer;
import org.initweights.TensorShape;
import org.jspecify.annotations.Nullable;

/** One tensor that several fields hold, since they are tied. */
final class SharedTensor {

    private final String root;
    private final TensorShape shape;
    private final List<TiedPlace> places = new ArrayList<>();
    private @Nullable Object tensor;

    /**
     * @param root the name of the parameter that the others are tied to
     * @param tensor what the fields hold, if one of them holds something already
     */
    SharedTensor(String root, TensorShape shape, @Nullable Object tensor) {
        this.root = root;
        this.shape = shape;
        this.tensor = tensor;
    }

    /** The name of the parameter that the others are tied to. */
    String root() {
        return root;
    }

    /**
     * The tensor, allocated by the first who asks for it.
     *
     * @param allocation gives none if nothing is allocated
     */
    @Nullable
    Object tensor(Supplier<? extends @Nullable Object> allocation) {
        if (tensor == null) {
            tensor = allocation.get();
        }
        return tensor;
    }

    /** Takes a field that holds the tensor. */
    void add(TiedPlace place) {
        places.add(place);
    }

    /** What the rules of the models around its fields give it, those of the outermost model first. */
    Optional<Initializer> ruled() {
        Set<RuleScope> scopes = new LinkedHashSet<>();
        places.forEach(place -> scopes.addAll(place.scopes()));
        List<Initializer> ruling = scopes.stream()
                .sorted(Comparator.comparingInt(RuleScope::depth))
                .map(scope -> scope.initializer(
                        places.stream()
                                .filter(place -> place.scopes().contains(scope))
                                .toList(),
                        shape))
                .flatMap(Optional::stream)
                .toList();
        return ruling.stream().findFirst();
    }
}
