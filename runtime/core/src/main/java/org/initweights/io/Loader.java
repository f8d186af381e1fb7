package org.initweights.io;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.initweights.Parameter;
import org.initweights.Parameters;

/**
 * Compares the tensors of a file with the parameters of a model, verifies those that fit, and then loads them: whatever can be refused
 * is refused before the model is changed.
 */
final class Loader {

    private final Map<Parameter, LoadableTensor> fitting = new LinkedHashMap<>();
    private final List<Mismatch> mismatches = new ArrayList<>();

    private Loader(
            Parameters parameters,
            Path file,
            Collection<? extends LoadableTensor> tensors,
            Collection<UnreadableTensor> unreadable)
            throws CheckpointException {
        Map<String, UnreadableTensor> others = new LinkedHashMap<>();
        unreadable.forEach(tensor -> others.put(tensor.name(), tensor));
        Map<String, LoadableTensor> unused = new LinkedHashMap<>();
        tensors.forEach(tensor -> unused.put(tensor.name(), tensor));
        for (Parameter parameter : parameters) {
            LoadableTensor tensor = unused.remove(parameter.name());
            UnreadableTensor other = others.remove(parameter.name());
            if (other != null) {
                mismatches.add(other.wanted(file));
            } else if (tensor == null) {
                mismatches.add(new Mismatch.Missing(parameter.name(), parameter.dtype(), parameter.shape()));
            } else {
                compare(parameter, tensor);
            }
        }
        unused.values()
                .forEach(tensor ->
                        mismatches.add(new Mismatch.Unexpected(tensor.name(), tensor.type(), tensor.shape())));
        others.values().forEach(tensor -> mismatches.add(tensor.unwanted()));
    }

    /**
     * Loads the tensors of a file.
     *
     * @param unreadable what else is in the file; it is a mismatch, whether the model wants it or not
     * @throws MismatchException if loading is strict and something does not fit
     * @throws CheckpointException if a tensor is not as its format says
     */
    static LoadReport load(
            Parameters parameters,
            Path file,
            Collection<? extends LoadableTensor> tensors,
            Collection<UnreadableTensor> unreadable,
            LoadMode mode)
            throws IOException {
        Loader loader = new Loader(parameters, file, tensors, unreadable);
        if (mode == LoadMode.STRICT && !loader.mismatches.isEmpty()) {
            throw new MismatchException(file, loader.mismatches);
        }
        for (LoadableTensor tensor : loader.fitting.values()) {
            tensor.verify();
        }
        for (Map.Entry<Parameter, LoadableTensor> pair : loader.fitting.entrySet()) {
            pair.getValue().copyTo(pair.getKey());
        }
        return new LoadReport(
                loader.fitting.keySet().stream().map(Parameter::name).toList(), loader.mismatches);
    }

    private void compare(Parameter parameter, LoadableTensor tensor) {
        boolean sameShape =
                Arrays.equals(parameter.shape().dims(), tensor.shape().dims());
        boolean sameType = tensor.fits(parameter);
        if (!sameShape) {
            mismatches.add(new Mismatch.WrongShape(parameter.name(), parameter.shape(), tensor.shape()));
        }
        if (!sameType) {
            mismatches.add(new Mismatch.WrongType(parameter.name(), parameter.dtype(), tensor.type()));
        }
        if (sameShape && sameType) {
            fitting.put(parameter, tensor);
        }
    }
}
