package org.initweights.io;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.initweights.Parameter;
import org.initweights.Parameters;
import org.initweights.TensorShape;
import org.initweights.internal.files.load.AxisOrder;

/**
 * Compares the tensors of a file with the parameters of a model, verifies those that fit, and then loads them: whatever can be refused
 * is refused before the model is changed.
 */
final class Loader {

    private final Parameters parameters;
    private final LoadOptions options;
    private final List<Transfer> transfers = new ArrayList<>();
    private final List<Parameter> rest = new ArrayList<>();
    private final List<Mismatch> mismatches = new ArrayList<>();
    private final AxisUse axes;
    private final List<String> ignored = new ArrayList<>();

    private Loader(Parameters parameters, LoadOptions options) {
        this.parameters = parameters;
        this.options = options;
        this.axes = new AxisUse(options);
    }

    private static Loader of(Parameters parameters, FileTensors tensors, LoadOptions options) throws IOException {
        Loader loader = new Loader(parameters, options);
        loader.compareAll(tensors.file(), NameMapping.of(tensors, options));
        return loader;
    }

    /**
     * Loads the tensors of a file.
     *
     * @throws MismatchException if loading is strict and something does not fit
     * @throws CheckpointException if a tensor is not as its format says
     */
    static LoadReport load(Parameters parameters, FileTensors tensors, LoadOptions options) throws IOException {
        Loader loader = of(parameters, tensors, options);
        if (options.mode() == LoadMode.STRICT && !loader.mismatches.isEmpty()) {
            throw new MismatchException(tensors.file(), loader.mismatches);
        }
        return loader.run();
    }

    /** What loading would do. Nothing is written, and elements are read only of a tied tensor that the file has twice. */
    static LoadReport explain(Parameters parameters, FileTensors tensors, LoadOptions options) throws IOException {
        Loader loader = of(parameters, tensors, options);
        return loader.report(loader.transfers.stream().map(Transfer::explained).toList());
    }

    private LoadReport run() throws IOException {
        for (Transfer transfer : transfers) {
            transfer.verify();
        }
        if (options.rest().isPresent()) {
            rest.forEach(Parameter::checkReady);
        }
        List<LoadedTensor> loaded = TransferRun.of(transfers);
        options.rest().ifPresent(source -> Parameters.of(rest).initialize(source));
        return report(loaded);
    }

    private LoadReport report(List<LoadedTensor> loaded) {
        List<String> initialized =
                options.rest().isPresent() ? rest.stream().map(Parameter::name).toList() : List.of();
        return new LoadReport(loaded, initialized, ignored, mismatches);
    }

    private void compareAll(Path file, NameMapping mapping) throws IOException {
        Map<String, LoadableTensor> unused = new LinkedHashMap<>(mapping.tensors());
        Map<String, UnreadableTensor> unreadable = new LinkedHashMap<>(mapping.unreadable());
        for (Parameter parameter : parameters) {
            Set<String> found = new LinkedHashSet<>(parameter.names());
            found.retainAll(unused.keySet());
            if (found.isEmpty()) {
                missOrRefuse(file, parameter, unreadable);
            } else {
                List<LoadableTensor> tensors =
                        found.stream().map(unused::remove).toList();
                compare(parameter, tensors.get(0));
                compareTied(parameter, tensors);
            }
        }
        unused.forEach((name, tensor) -> mismatches.add(new Mismatch.Unexpected(name, tensor.type(), tensor.shape())));
        unreadable.values().forEach(tensor -> mismatches.add(tensor.unwanted()));
        mismatches.addAll(mapping.unused());
        ignored.addAll(mapping.ignored());
        mismatches.addAll(axes.unused("it matches no parameter that the file has"));
    }

    /** A parameter that the file has in no form that can be read. */
    private void missOrRefuse(Path file, Parameter parameter, Map<String, UnreadableTensor> unreadable)
            throws CheckpointException {
        Optional<UnreadableTensor> found = parameter.names().stream()
                .map(unreadable::remove)
                .filter(Objects::nonNull)
                .findFirst();
        if (found.isPresent()) {
            refuse(parameter, found.get().wanted(file));
        } else {
            miss(parameter);
        }
    }

    private void miss(Parameter parameter) {
        rest.add(parameter);
        if (options.rest().isEmpty()) {
            mismatches.add(new Mismatch.Missing(parameter.name(), parameter.dtype(), parameter.shape()));
        }
    }

    private void compare(Parameter parameter, LoadableTensor tensor) throws IOException {
        Optional<AxisChange> change = axes.of(parameter.names());
        Optional<AxisOrder> order = change.map(AxisChange::order);
        if (order.isPresent() && order.get().axes().size() != tensor.shape().rank()) {
            refuse(
                    parameter,
                    new Mismatch.Unusable(
                            parameter.name(),
                            change.get() + " is for tensors of "
                                    + order.get().axes().size() + " dimensions, and the file has " + tensor.shape()));
            return;
        }
        long[] sizes = tensor.shape().dims();
        boolean sameShape = Arrays.equals(
                parameter.shape().dims(), order.map(by -> by.sizes(sizes)).orElse(sizes));
        boolean sameType = fits(parameter, tensor);
        if (!sameShape) {
            mismatches.add(new Mismatch.WrongShape(
                    parameter.name(),
                    parameter.shape(),
                    order.map(by -> TensorShape.of(by.sizes(sizes))).orElse(tensor.shape())));
        }
        if (!sameType) {
            mismatches.add(new Mismatch.WrongType(parameter.name(), parameter.dtype(), tensor.type()));
        }
        if (sameShape && sameType) {
            Transfer transfer = new Transfer(parameter, tensor, order);
            Optional<Mismatch> misfit = transfer.misfit();
            if (misfit.isPresent()) {
                refuse(parameter, misfit.get());
            } else {
                transfers.add(transfer);
            }
        } else {
            rest.add(parameter);
        }
    }

    private void refuse(Parameter parameter, Mismatch mismatch) {
        mismatches.add(mismatch);
        rest.add(parameter);
    }

    private boolean fits(Parameter parameter, LoadableTensor tensor) {
        return switch (options.types()) {
            case REFUSED -> tensor.fits(parameter);
            case ROUNDED -> tensor.fits(parameter) || tensor.type().isConvertible(parameter.dtype());
        };
    }

    /** Tensors of several names of one parameter must be the same; the first is loaded. */
    private void compareTied(Parameter parameter, List<LoadableTensor> tensors) throws IOException {
        for (LoadableTensor other : tensors.subList(1, tensors.size())) {
            if (!SameTensors.areSame(tensors.get(0), other)) {
                mismatches.add(new Mismatch.Unusable(
                        other.name(),
                        "other elements than " + tensors.get(0).name() + ", which is loaded; in the model both are "
                                + parameter.name()));
            }
        }
    }
}
