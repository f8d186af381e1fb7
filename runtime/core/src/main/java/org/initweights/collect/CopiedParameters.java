package org.initweights.collect;

import java.util.ArrayList;
import java.util.List;
import org.initweights.Parameter;
import org.initweights.internal.files.plan.PlannedParameter;
import org.initweights.internal.select.Binding;
import org.initweights.internal.select.BoundTensor;
import org.initweights.internal.select.CopyGraph;

/** Makes parameters copies of others. */
final class CopiedParameters {

    private CopiedParameters() {}

    /**
     * These parameters, of which some begin as copies of others.
     *
     * @throws IllegalArgumentException if a copy names no parameter, or what it copies is of another shape or type
     */
    static List<Parameter> of(List<Parameter> parameters, List<Binding> bindings) {
        if (bindings.isEmpty()) {
            return parameters;
        }
        CopyGraph copies = CopyGraph.of(parameters.stream().map(BoundTensor::of).toList(), bindings);
        copies.faults().stream().findFirst().ifPresent(fault -> {
            throw fault.exception();
        });
        List<Parameter> copied = new ArrayList<>(parameters);
        copies.sources()
                .forEach((copy, source) -> copied.set(copy, copy(parameters.get(copy), parameters.get(source))));
        return copied;
    }

    private static Parameter copy(Parameter parameter, Parameter source) {
        return parameter instanceof StoredParameter stored
                ? stored.copying(source)
                : PlannedParameter.of(parameter).copying(source);
    }
}
