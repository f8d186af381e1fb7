package org.initweights.internal.select;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which tensors begin as copies of others.
 *
 * @param sources for the number of a copy that of the tensor which it is a copy of, by way of others or not
 * @param faults what is wrong
 */
public record CopyGraph(Map<Integer, Integer> sources, List<BindingFault> faults) {

    /** The copies among some tensors. */
    public static CopyGraph of(List<BoundTensor> tensors, List<Binding> copies) {
        List<BindingFault> faults = new ArrayList<>();
        BoundNames names = new BoundNames(tensors);
        for (int number = 0; number < copies.size(); number++) {
            bind(names, tensors, copies.get(number), number).ifPresent(faults::add);
        }
        Map<Integer, Integer> sources = names.roots((round, number) -> faults.add(copies.get(number)
                .fault(
                        "CopyCycle",
                        number,
                        round + " is a circle, so none of them has values to begin with; remove one of the copies")));
        sources.forEach((copy, source) -> tensors.get(copy)
                .conflict(tensors.get(source))
                .ifPresent(problem ->
                        faults.add(copies.get(names.reason(copy)).fault("CopyConflict", names.reason(copy), problem))));
        return new CopyGraph(sources, List.copyOf(faults));
    }

    private static Optional<BindingFault> bind(BoundNames names, List<BoundTensor> tensors, Binding copy, int number) {
        NameTemplate param = NameTemplate.of(copy.param());
        NameTemplate from = NameTemplate.of(copy.other());
        if (!param.wildcards().equals(from.wildcards())) {
            return Optional.of(copy.fault(
                    "CopyPattern",
                    number,
                    "the wildcards of param and of from correspond in their order, but param has " + words(param)
                            + " and from has " + words(from) + "; give both the same"));
        }
        boolean matched = false;
        for (int tensor = 0; tensor < tensors.size(); tensor++) {
            for (String name : tensors.get(tensor).names()) {
                Optional<String> source = source(copy, param, from, name);
                if (source.isPresent()) {
                    matched = true;
                    Optional<BindingFault> fault = bind(names, tensors, copy, number, tensor, name, source.get());
                    if (fault.isPresent()) {
                        return fault;
                    }
                }
            }
        }
        return matched
                ? Optional.empty()
                : Optional.of(copy.fault("UnknownParameter", number, names.unknown(copy, copy.param())));
    }

    /** The whole name of what a parameter is a copy of, if it is one. */
    static Optional<String> source(Binding copy, NameTemplate param, NameTemplate from, String name) {
        return name.startsWith(copy.prefix())
                ? param.read(name.substring(copy.prefix().length())).map(found -> copy.prefix() + from.with(found))
                : Optional.empty();
    }

    private static Optional<BindingFault> bind(
            BoundNames names,
            List<BoundTensor> tensors,
            Binding copy,
            int number,
            int tensor,
            String name,
            String from) {
        String inner = name.substring(copy.prefix().length());
        String innerFrom = from.substring(copy.prefix().length());
        Integer source = names.find(from);
        if (source == null) {
            return Optional.of(copy.fault(
                    "UnknownParameter",
                    number,
                    inner + " would begin as " + innerFrom + ", but " + names.unknown(copy, innerFrom)));
        }
        if (source == tensor) {
            return Optional.of(copy.fault(
                    "CopyCycle",
                    number,
                    inner.equals(innerFrom)
                            ? inner + " would be a copy of itself; name other parameters in from"
                            : inner + " and " + innerFrom + " are one tensor, which needs no copy; narrow param"));
        }
        Integer other = names.other(tensor);
        if (other != null && !other.equals(source)) {
            return Optional.of(copy.fault(
                    "CopyConflict",
                    number,
                    inner + " would begin as " + innerFrom + ", and as "
                            + tensors.get(other).name() + " by an earlier @Copy; narrow one of the two"));
        }
        names.bind(tensor, source, number);
        return Optional.empty();
    }

    private static String words(NameTemplate template) {
        return template.wildcards().isEmpty() ? "none" : String.join(", ", template.wildcards());
    }
}
