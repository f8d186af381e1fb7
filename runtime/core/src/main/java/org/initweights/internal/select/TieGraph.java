package org.initweights.internal.select;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which tensors are one by a tie.
 *
 * @param roots for the number of a tied tensor that of the tensor which it is tied to, by way of others or not
 * @param faults what is wrong
 */
public record TieGraph(Map<Integer, Integer> roots, List<BindingFault> faults) {

    /** The ties among some tensors. */
    public static TieGraph of(List<BoundTensor> tensors, List<Binding> ties) {
        List<BindingFault> faults = new ArrayList<>();
        BoundNames names = new BoundNames(tensors);
        for (int number = 0; number < ties.size(); number++) {
            bind(names, tensors, ties.get(number), number).ifPresent(faults::add);
        }
        Map<Integer, Integer> roots = names.roots((round, number) -> faults.add(ties.get(number)
                .fault("TieCycle", number, round + " is a circle, so no array is the first; remove one of the ties")));
        roots.forEach((tied, root) -> conflict(tensors.get(tied), tensors.get(root))
                .ifPresent(problem ->
                        faults.add(ties.get(names.reason(tied)).fault("TieConflict", names.reason(tied), problem))));
        return new TieGraph(roots, List.copyOf(faults));
    }

    private static Optional<String> conflict(BoundTensor tied, BoundTensor root) {
        Optional<String> training = tied.isTrained() == root.isTrained()
                ? Optional.empty()
                : Optional.of((tied.isTrained() ? root : tied).name() + " is not trained, but "
                        + (tied.isTrained() ? tied : root).name()
                        + " is, and they are one; mark both @NonTrainable, or neither");
        return tied.conflict(root).or(() -> training);
    }

    private static String unknown(BoundNames names, Binding tie, String name) {
        return NameTemplate.of(name).wildcards().isEmpty()
                ? names.unknown(tie, name)
                : "there is no parameter " + name + ", and a tie has no wildcards; write one for each parameter";
    }

    private static Optional<BindingFault> bind(BoundNames names, List<BoundTensor> tensors, Binding tie, int number) {
        if (tie.param().equals(tie.other())) {
            return Optional.of(tie.fault(
                    "TieCycle", number, "it ties a parameter to itself; name the parameter that has the array in to"));
        }
        Integer tied = names.find(tie.prefix() + tie.param());
        Integer to = names.find(tie.prefix() + tie.other());
        if (tied == null || to == null) {
            return Optional.of(tie.fault(
                    "UnknownParameter", number, unknown(names, tie, tied == null ? tie.param() : tie.other())));
        }
        Integer other = names.other(tied);
        if (other != null && !other.equals(to)) {
            return Optional.of(tie.fault(
                    "TieConflict",
                    number,
                    tie.param() + " is tied to " + tensors.get(other).name() + " already; tie that to " + tie.other()
                            + " instead, or remove one of the two"));
        }
        // One sub-model in two places is one already.
        if (!tied.equals(to)) {
            names.bind(tied, to, number);
        }
        return Optional.empty();
    }
}
