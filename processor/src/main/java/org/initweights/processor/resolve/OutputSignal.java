package org.initweights.processor.resolve;

import org.initweights.Signal;
import org.initweights.TensorShape;
import org.initweights.internal.rule.MupRoles;
import org.initweights.processor.model.ParameterSpec;

/** The signal behind a layer whose output the forward pass multiplies. */
final class OutputSignal {

    private OutputSignal() {}

    /** What the layer does to the signal together with its multiplier. */
    static Signal multiplied(Signal signal, ParameterSpec parameter, TensorShape shape) {
        double square = parameter
                .initializer()
                .rule()
                .map(rule -> MupRoles.of(rule, shape).outputMultiplier())
                .map(multiplier -> multiplier * multiplier)
                .orElse(1.0);
        return signal.then(new Signal(square, square));
    }
}
