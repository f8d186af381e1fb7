package org.initweights.report.internal.pass;

import java.util.ArrayList;
import java.util.List;

/**
 * What a path makes of some inputs.
 *
 * @param given the inputs first, then what each layer gives; a row an input
 * @param taken what each weight takes: the former through its non-linearity
 */
record ForwardPass(List<double[][]> given, List<double[][]> taken) {

    static ForwardPass of(List<PathLayer> layers, double[][] inputs) {
        List<double[][]> given = new ArrayList<>(List.<double[][]>of(inputs));
        List<double[][]> taken = new ArrayList<>();
        for (PathLayer layer : layers) {
            double[][] activated = layer.activated(given.get(given.size() - 1));
            taken.add(activated);
            given.add(layer.outputs(activated));
        }
        return new ForwardPass(given, taken);
    }

    /** What a layer gives. */
    double[][] outputs(int layer) {
        return given.get(layer + 1);
    }
}
