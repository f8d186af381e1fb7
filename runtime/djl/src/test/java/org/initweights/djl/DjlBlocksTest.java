package org.initweights.djl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.initweights.Initializers.normal;

import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.core.Linear;
import ai.djl.nn.transformer.BertBlock;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import java.util.List;
import org.initweights.InitializationException;
import org.initweights.Parameters;
import org.initweights.TensorShape;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DjlBlocksTest {

    private final NDManager manager = NDManager.newBaseManager();

    @AfterEach
    void close() {
        manager.close();
    }

    private static List<String> names(Parameters parameters) {
        return parameters.stream().map(org.initweights.Parameter::name).toList();
    }

    /** A block of one's own: a parameter, and three children, two of them with one name. */
    private static final class Own extends AbstractBlock {

        final Linear first = addChildBlock("fc", Linear.builder().setUnits(3).build());
        final Parameter scale = addParameter(Parameter.builder()
                .setName("scale")
                .setType(Parameter.Type.OTHER)
                .optShape(new Shape(3))
                .optInitializer(ai.djl.training.initializer.Initializer.ONES)
                .build());

        Own() {
            addChildBlock("fc", Linear.builder().setUnits(3).build());
            addChildBlock("2d", Linear.builder().setUnits(3).build());
        }

        @Override
        protected NDList forwardInternal(
                ParameterStore store, NDList inputs, boolean training, PairList<String, Object> params) {
            return inputs;
        }

        @Override
        public Shape[] getOutputShapes(Shape[] inputShapes) {
            return inputShapes;
        }

        @Override
        public void initializeChildBlocks(NDManager manager, DataType dataType, Shape... inputShapes) {
            getChildren().values().forEach(child -> child.initialize(manager, dataType, inputShapes));
        }
    }

    @Test
    void namesAreThoseOfPytorchsSequentialModel() {
        assertThat(names(DjlBlocks.parameters(Models.CNN.initialised(manager))))
                .containsExactly(
                        "0.weight",
                        "0.bias",
                        "1.weight",
                        "1.bias",
                        "1.running_mean",
                        "1.running_var",
                        "3.weight",
                        "4.0.0.weight",
                        "4.0.0.bias",
                        "4.0.1.weight",
                        "4.1.0.weight",
                        "4.1.0.bias",
                        "7.weight",
                        "7.bias");
    }

    @Test
    void recurrentNamesAndOrderAreThoseOfPytorch() {
        assertThat(names(DjlBlocks.parameters(Models.LSTM_MODEL.initialised(manager))))
                .startsWith(
                        "0.weight_ih_l0",
                        "0.weight_hh_l0",
                        "0.bias_ih_l0",
                        "0.bias_hh_l0",
                        "0.weight_ih_l1",
                        "0.weight_hh_l1",
                        "0.bias_ih_l1",
                        "0.bias_hh_l1",
                        "1.weight_ih_l0",
                        "1.weight_hh_l0",
                        "1.weight_ih_l0_reverse",
                        "1.weight_hh_l0_reverse",
                        "1.weight_ih_l1");
    }

    @Test
    void childrenOfOnesOwnBlockHaveTheirNamesAndNumbersWhereThoseAreTheSame() {
        Own own = new Own();
        own.initialize(manager, DataType.FLOAT32, new Shape(1, 3));
        assertThat(names(DjlBlocks.parameters(own)))
                .containsExactly(
                        "scale", "01fc.weight", "01fc.bias", "02fc.weight", "02fc.bias", "2d.weight", "2d.bias");
    }

    @Test
    void aParameterOfOnesOwnStartsAsARuleSaysOrNotAtAll() {
        Own own = new Own();
        own.initialize(manager, DataType.FLOAT32, new Shape(1, 3));
        Parameters parameters = DjlBlocks.parameters(own);
        float[] before = own.first.getParameters().get("weight").getArray().toFloatArray();
        assertThatThrownBy(() -> parameters.initialize(1))
                .isInstanceOf(InitializationException.class)
                .hasMessageStartingWith("scale")
                .hasMessageContaining("no initializer");
        assertThat(own.first.getParameters().get("weight").getArray().toFloatArray())
                .containsExactly(before);
        parameters.withRules(rules -> rules.named("scale", normal(5, 0.1))).initialize(1);
        assertThat(own.scale.getArray().toFloatArray()).doesNotContain(1).hasSize(3);
        assertThat(own.first.getParameters().get("weight").getArray().toFloatArray())
                .containsExactly(before);
    }

    @Test
    void bertsNamesAreThoseOfItsChildren() {
        BertBlock bert = BertBlock.builder()
                .nano()
                .optEmbeddingSize(8)
                .optHiddenSize(8)
                .optTransformerBlockCount(1)
                .setTokenDictionarySize(20)
                .build();
        bert.initialize(manager, DataType.FLOAT32, new Shape(1, 4), new Shape(1, 4), new Shape(1, 4));
        assertThat(names(DjlBlocks.parameters(bert)))
                .contains(
                        "positionEmbedding",
                        "tokenEmbedding.weight",
                        "transformer_0.selfAttention.keyProjection.weight",
                        "transformer_0.outputBlock.2.bias",
                        "poolingProjection.weight");
        assertThat(DjlBlocks.parameters(bert).get("positionEmbedding").hasInitializer())
                .isFalse();
    }

    @Test
    void aPreluHasPytorchsShape() {
        Block block = Models.CNN.initialised(manager);
        Parameters parameters = DjlBlocks.parameters(block);
        assertThat(parameters.get("4.0.1.weight").shape()).isEqualTo(TensorShape.of(1));
        parameters.initialize(1);
        assertThat(parameters.get("4.0.1.weight").get(0)).isEqualTo(0.25);
    }

    @Test
    void aGroupedConvolutionKnowsItsGroups() {
        assertThat(DjlBlocks.parameters(Models.CNN.initialised(manager))
                        .get("3.weight")
                        .shape()
                        .groups())
                .isEqualTo(4);
    }

    @Test
    void runningStatisticsStartAtZeroAndOne() {
        Parameters parameters = DjlBlocks.parameters(Models.CNN.initialised(manager));
        parameters.with(normal(3, 0.1)).initialize(1);
        parameters.initialize(1);
        assertThat(parameters.get("1.running_mean").get(7)).isZero();
        assertThat(parameters.get("1.running_var").get(7)).isOne();
        assertThat(parameters.get("1.weight").get(7)).isOne();
        assertThat(parameters.get("1.bias").get(7)).isZero();
    }

    @Test
    void anUninitialisedBlockIsRefusedByTheFullNamesOfItsParameters() {
        Block block = new SequentialBlock()
                .add(new SequentialBlock().add(Linear.builder().setUnits(3).build()))
                .add(Conv2d.builder()
                        .setKernelShape(new Shape(3, 3))
                        .setFilters(3)
                        .build());
        assertThatThrownBy(() -> DjlBlocks.parameters(block))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("0.0.weight and 3 more: no array yet")
                .hasMessageContaining("block.initialize(manager, DataType.FLOAT32, inputShape)")
                .hasMessageContaining("DjlInitializer.of");
    }

    @Test
    void aBlockThatIsClearedLaterIsRefusedByTheNameOfTheParameter() {
        Block block = Models.CNN.initialised(manager);
        Parameters parameters = DjlBlocks.parameters(block);
        block.clear();
        assertThatThrownBy(() -> parameters.initialize(1))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("0.weight")
                .hasMessageContaining("initialize");
    }

    @Test
    void aSharedLayerIsOneParameterWithTwoNames() {
        Linear shared = Linear.builder().setUnits(4).build();
        Block block = new SequentialBlock().add(shared).add(shared);
        block.initialize(manager, DataType.FLOAT32, new Shape(1, 4));
        Parameters parameters = DjlBlocks.parameters(block);
        assertThat(names(parameters)).containsExactly("0.weight", "0.bias");
        assertThat(parameters.get("0.weight").names()).containsExactly("0.weight", "1.weight");
        parameters.initialize(1);
    }
}
