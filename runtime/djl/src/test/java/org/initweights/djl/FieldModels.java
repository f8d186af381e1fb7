package org.initweights.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Parameter;
import ai.djl.nn.core.Linear;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import org.initweights.Layer;
import org.initweights.annotation.InitWeights;
import org.initweights.annotation.Normal;
import org.initweights.annotation.Shape;
import org.initweights.annotation.TorchDefault;
import org.initweights.annotation.Zeros;
import org.jspecify.annotations.Nullable;

/** Models whose fields are arrays and parameters of DJL; no adapter is named. */
final class FieldModels {

    private FieldModels() {}

    /** Arrays: one that is there, and one that is null. */
    @InitWeights
    static final class Arrays {

        @Shape({3, 4})
        @Normal(std = 2)
        final NDArray weight;

        @Shape({3})
        @Zeros
        @SuppressWarnings("initweights:NullableAllocated") // null until the model is initialised
        @Nullable
        NDArray bias;

        Arrays(NDManager manager, DataType type) {
            weight = manager.ones(new ai.djl.ndarray.types.Shape(3, 4), type);
        }
    }

    /** A block as users write them, with a parameter of its own. */
    @InitWeights
    @SuppressWarnings(
            "initweights:Uninitialized") // DJL keeps children in a field of its own; they start as the block says
    static final class MyLinear extends AbstractBlock {

        final int in;
        final int out;

        @Shape(dims = "out, in")
        @TorchDefault(Layer.LINEAR)
        final Parameter weight;

        MyLinear(int in, int out) {
            this.in = in;
            this.out = out;
            weight = addParameter(Parameter.builder()
                    .setName("weight")
                    .setType(Parameter.Type.WEIGHT)
                    .optShape(new ai.djl.ndarray.types.Shape(out, in))
                    .build());
        }

        @Override
        protected NDList forwardInternal(
                ParameterStore store, NDList inputs, boolean training, @Nullable PairList<String, Object> params) {
            NDArray input = inputs.singletonOrThrow();
            return Linear.linear(input, store.getValue(weight, input.getDevice(), training));
        }

        @Override
        public ai.djl.ndarray.types.Shape[] getOutputShapes(ai.djl.ndarray.types.Shape[] inputShapes) {
            return new ai.djl.ndarray.types.Shape[] {
                inputShapes[0].slice(0, inputShapes[0].dimension() - 1).add(out)
            };
        }
    }

    /** A model of models. */
    @InitWeights
    static final class Pair {

        final MyLinear first = new MyLinear(4, 8);
        final MyLinear second = new MyLinear(8, 8);
    }
}
