package org.initweights.tensorflow.page;

import static org.initweights.Initializers.glorotUniform;

import org.initweights.tensorflow.TensorFlowVariables;
import org.tensorflow.*;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

class Start {
    public static void main(String[] arguments) {
        Graph graph = new Graph();
        Ops.create(graph).withName("kernel").variable(Shape.of(784, 10), TFloat32.class);
        var parameters = TensorFlowVariables.parameters(new Session(graph)).with(glorotUniform());
        parameters.initialize(42);
        System.out.println(parameters.get("kernel").get(0));
    }
}
