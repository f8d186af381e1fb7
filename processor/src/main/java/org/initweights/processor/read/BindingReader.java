package org.initweights.processor.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javax.lang.model.element.TypeElement;
import org.initweights.internal.select.Binding;
import org.initweights.internal.select.BindingFault;
import org.initweights.internal.select.BoundTensor;
import org.initweights.internal.select.CopyGraph;
import org.initweights.internal.select.NamePattern;
import org.initweights.internal.select.TieGraph;
import org.initweights.processor.model.Member;
import org.initweights.processor.model.ParameterSpec;
import org.initweights.processor.model.Presence;
import org.initweights.processor.model.StorageSpec;
import org.initweights.processor.read.FoundParameters.FoundParameter;
import org.initweights.processor.report.Findings;
import org.initweights.processor.report.Lint;

/**
 * Checks {@code @Tie} and {@code @Copy} as far as a model is known while it compiles. What depends on indices, keys, or the classes of objects is
 * left to the model that is built, which asks the same {@link TieGraph} and {@link CopyGraph}.
 */
final class BindingReader {

    private final AnnotationFinder annotations;
    private final Findings findings;
    private final List<Named> named = new ArrayList<>();
    private final Set<String> absent = new HashSet<>();
    private final FoundParameters found;

    /**
     * A parameter by its name in the model.
     *
     * @param found it, if it is one of a sub-model
     */
    private record Named(String name, ParameterSpec parameter, Optional<FoundParameter> found) {}

    /**
     * @param members the model's own
     * @param found what its sub-models have
     */
    BindingReader(AnnotationFinder annotations, List<Member> members, FoundParameters found, Findings findings) {
        this.annotations = annotations;
        this.findings = findings;
        this.found = found;
        members.stream()
                .filter(ParameterSpec.class::isInstance)
                .map(ParameterSpec.class::cast)
                .forEach(parameter -> {
                    if (parameter.presence() instanceof Presence.Never) {
                        absent.add(parameter.name());
                    } else {
                        named.add(new Named(parameter.name(), parameter, Optional.empty()));
                    }
                });
        found.parameters()
                .forEach(parameter ->
                        named.add(new Named(parameter.name(), parameter.parameter(), Optional.of(parameter))));
    }

    /** The parameters that are settled by ties and copies; reports what is wrong with these. */
    BoundParameters check(TypeElement model) {
        Map<FoundParameter, List<FoundParameter>> others = new HashMap<>();
        Set<FoundParameter> settled = new HashSet<>();
        List<ReadBinding> ties = ReadBinding.ties(annotations, model).stream()
                .filter(tie -> !absent.contains(tie.binding().param()))
                .filter(tie ->
                        !isOpen(tie.binding().param()) && !isOpen(tie.binding().other()))
                .toList();
        TieGraph tied = TieGraph.of(tensors(StorageWords::of), ReadBinding.bindings(ties));
        tied.faults().forEach(fault -> report(fault, ties));
        tied.roots().forEach((index, root) -> {
            named.get(index).found.ifPresent(other -> {
                settled.add(other);
                named.get(root)
                        .found
                        .ifPresent(first -> others.computeIfAbsent(first, key -> new ArrayList<>())
                                .add(other));
            });
            reportUnused(named.get(index), named.get(root));
        });
        List<ReadBinding> copies = ReadBinding.copies(annotations, model);
        CopyGraph copied = CopyGraph.of(
                tensors(storage -> storage.dtype().map(Enum::name).orElse("")), ReadBinding.bindings(copies));
        copied.faults().stream()
                .filter(fault ->
                        !mayBeMendedByTheModel(fault, copies.get(fault.number()).binding()))
                .forEach(fault -> report(fault, copies));
        copied.sources().keySet().forEach(index -> named.get(index).found.ifPresent(settled::add));
        return new BoundParameters(others, settled);
    }

    /** Of a name that several classes may have, only that it is there is known. */
    private List<BoundTensor> tensors(Function<StorageSpec, String> type) {
        Map<String, Long> counts = named.stream().collect(Collectors.groupingBy(Named::name, Collectors.counting()));
        return named.stream()
                .map(parameter -> counts.getOrDefault(parameter.name, 0L) > 1
                        ? new BoundTensor(
                                List.of(parameter.name), Optional.empty(), "", "", parameter.parameter.isTrained())
                        : new BoundTensor(
                                List.of(parameter.name),
                                parameter.parameter.shape().known(),
                                parameter.parameter.shape().toString(),
                                type.apply(parameter.parameter.storage()),
                                parameter.parameter.isTrained()))
                .toList();
    }

    private void report(BindingFault fault, List<ReadBinding> bindings) {
        findings.error(bindings.get(fault.number()).view().place(), fault.id(), fault.message());
    }

    /** A field of the model itself says only for itself how it starts; the class of a sub-model may be used elsewhere too. */
    private void reportUnused(Named tied, Named root) {
        boolean isUsed = tied.found.isPresent()
                || tied.parameter.initializer().isOfTied()
                || tied.parameter
                        .initializer()
                        .rule()
                        .equals(root.parameter.initializer().rule());
        if (!isUsed) {
            findings.lint(
                    Lint.TIED_INITIALIZER,
                    tied.parameter.initializer().place(),
                    tied.name + ": " + tied.parameter.initializer().display() + " is never used, since " + tied.name
                            + " is tied to " + root.name + ", which starts as "
                            + root.parameter.initializer().display() + "; remove it");
        }
    }

    /** Whether only the model that is built says what a name leads to. */
    private boolean isOpen(String name) {
        return named.stream().noneMatch(parameter -> parameter.name.equals(name)) && mayBe(name);
    }

    private boolean mayBe(String name) {
        NamePattern pattern = NamePattern.of(name);
        Predicate<FoundParameter> isOpen = parameter -> parameter.path().contains(NamePattern.ANY_INDEX)
                || parameter.path().contains(NamePattern.ANY_KEY);
        return found.unknown(pattern).findAny().isPresent()
                || found.parameters().stream().filter(isOpen).anyMatch(parameter -> pattern.mayMatch(parameter.path()));
    }

    private boolean mayBeMendedByTheModel(BindingFault fault, Binding copy) {
        return fault.id().equals("UnknownParameter")
                && (mayBe(copy.param())
                        || mayBe(copy.other())
                        || absent.stream().anyMatch(copy::copies));
    }
}
