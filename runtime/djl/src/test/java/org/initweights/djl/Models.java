package org.initweights.djl;

import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.Blocks;
import ai.djl.nn.ParallelBlock;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.convolutional.Conv1d;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.convolutional.Conv2dTranspose;
import ai.djl.nn.convolutional.Conv3d;
import ai.djl.nn.core.Linear;
import ai.djl.nn.core.Prelu;
import ai.djl.nn.norm.BatchNorm;
import ai.djl.nn.norm.LayerNorm;
import ai.djl.nn.pooling.Pool;
import ai.djl.nn.recurrent.GRU;
import ai.djl.nn.recurrent.LSTM;
import ai.djl.nn.recurrent.RNN;
import ai.djl.nn.transformer.IdEmbedding;
import ai.djl.nn.transformer.TransformerEncoderBlock;
import ai.djl.training.initializer.Initializer;
import java.util.List;

/** DJL models, each a new one, and the shapes of their input. */
@SuppressWarnings("ImmutableEnumChecker") // DJL does not mark its shapes, which never change
enum Models {
    CNN(new Shape(1, 1, 12, 12)) {
        @Override
        Block block() {
            return new SequentialBlock()
                    .add(Conv2d.builder()
                            .setKernelShape(new Shape(3, 3))
                            .setFilters(8)
                            .build())
                    .add(BatchNorm.builder().build())
                    .add(Activation::relu)
                    .add(Conv2d.builder()
                            .setKernelShape(new Shape(3, 3))
                            .setFilters(16)
                            .optGroups(4)
                            .optBias(false)
                            .build())
                    .add(new ParallelBlock(
                            branches -> new NDList(NDArrays.concat(new NDList(
                                    branches.get(0).head(), branches.get(1).head()))),
                            List.of(
                                    new SequentialBlock().add(conv(4)).add(new Prelu()),
                                    new SequentialBlock().add(conv(4)))))
                    .add(Pool.globalAvgPool2dBlock())
                    .add(Blocks.batchFlattenBlock())
                    .add(Linear.builder().setUnits(10).build());
        }
    },
    TRANSFORMER(new Shape(2, 6)) {
        @Override
        Block block() {
            return new SequentialBlock()
                    .add(new IdEmbedding.Builder()
                            .setDictionarySize(50)
                            .setEmbeddingSize(16)
                            .build())
                    .add(encoder())
                    .add(encoder())
                    .add(LayerNorm.builder().axis(2).build())
                    .add(Linear.builder().setUnits(50).optBias(false).build());
        }
    },
    LSTM_MODEL(new Shape(2, 5, 7)) {
        @Override
        Block block() {
            return new SequentialBlock()
                    .add(LSTM.builder()
                            .setStateSize(9)
                            .setNumLayers(2)
                            .optReturnState(false)
                            .build())
                    .add(LSTM.builder()
                            .setStateSize(4)
                            .setNumLayers(2)
                            .optBidirectional(true)
                            .optHasBiases(false)
                            .build())
                    .add(GRU.builder().setStateSize(6).setNumLayers(1).build())
                    .add(RNN.builder()
                            .setStateSize(6)
                            .setNumLayers(1)
                            .setActivation(RNN.Activation.TANH)
                            .build())
                    .add(Linear.builder().setUnits(3).build());
        }
    },
    VOLUMES(new Shape(1, 4, 8, 8, 8)) {
        @Override
        Block block() {
            return new SequentialBlock()
                    .add(Conv3d.builder()
                            .setKernelShape(new Shape(3, 3, 3))
                            .setFilters(4)
                            .build())
                    .add(volume -> new NDList(volume.singletonOrThrow().reshape(-1, 4, 36, 6)))
                    .add(Conv2dTranspose.builder()
                            .setKernelShape(new Shape(2, 2))
                            .setFilters(4)
                            .build())
                    .add(volume -> new NDList(volume.singletonOrThrow().reshape(1, 4, -1)))
                    .add(Conv1d.builder()
                            .setKernelShape(new Shape(3))
                            .setFilters(5)
                            .build());
        }
    };

    private final Shape input;

    Models(Shape input) {
        this.input = input;
    }

    abstract Block block();

    /** A new block, initialised by its own initializers, but for what they refuse: a scalar. */
    Block initialised(NDManager manager) {
        Block block = block();
        block.setInitializer(Initializer.ONES, parameter -> parameter.getName().equals("alpha"));
        block.initialize(manager, DataType.FLOAT32, input);
        return block;
    }

    private static Conv2d conv(int filters) {
        return Conv2d.builder()
                .setKernelShape(new Shape(1, 1))
                .setFilters(filters)
                .build();
    }

    private static TransformerEncoderBlock encoder() {
        return new TransformerEncoderBlock(16, 4, 32, 0.1f, Activation::gelu);
    }

    Shape input() {
        return input;
    }
}
