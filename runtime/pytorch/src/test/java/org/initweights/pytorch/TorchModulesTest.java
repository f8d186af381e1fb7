package org.initweights.pytorch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.initweights.Initializers.constant;
import static org.initweights.Initializers.kaimingNormal;
import static org.initweights.Initializers.normal;
import static org.initweights.Initializers.xavierUniform;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.LongStream;
import org.bytedeco.javacpp.LongPointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Conv2dImpl;
import org.bytedeco.pytorch.Conv2dOptions;
import org.bytedeco.pytorch.ConvTranspose2dImpl;
import org.bytedeco.pytorch.EmbeddingImpl;
import org.bytedeco.pytorch.EmbeddingOptions;
import org.bytedeco.pytorch.FanModeType;
import org.bytedeco.pytorch.LinearImpl;
import org.bytedeco.pytorch.Module;
import org.bytedeco.pytorch.Nonlinearity;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TransformerImpl;
import org.bytedeco.pytorch.TransformerOptions;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.bytedeco.pytorch.kFanOut;
import org.bytedeco.pytorch.kReLU;
import org.initweights.FanMode;
import org.initweights.InitializationException;
import org.initweights.Parameter;
import org.initweights.Parameters;
import org.junit.jupiter.api.Test;

/** The parameters of modules: which there are, what they are called, and how they start. */
class TorchModulesTest {

    /** The order of Python's {@code state_dict}: of each module its parameters, its buffers, and then the modules in it. */
    @Test
    void hasTheNamesOfTheStateDictInItsOrder() {
        Models.Cnn net = new Models.Cnn();
        assertThat(names(TorchModules.parameters(net)))
                .containsExactly(
                        "features.0.weight",
                        "features.1.weight",
                        "features.1.bias",
                        "features.1.running_mean",
                        "features.1.running_var",
                        "features.3.weight",
                        "features.3.bias",
                        "features.4.weight",
                        "features.4.bias",
                        "features.4.running_mean",
                        "features.4.running_var",
                        "fc.weight",
                        "fc.bias");
        assertThat(TorchModules.leftOut(net))
                .containsExactly("features.1.num_batches_tracked", "features.4.num_batches_tracked");
    }

    /** JavaCPP frees a module when nothing in Java reaches it, though its children are still being looked at. */
    @Test
    void keepsAModuleThatNobodyElseHolds() throws InterruptedException {
        AtomicBoolean isOver = new AtomicBoolean();
        Thread collector = new Thread(() -> {
            while (!isOver.get()) {
                System.gc();
            }
        });
        collector.start();
        try {
            for (int i = 0; i < 15; i++) {
                assertThat(TorchModules.leftOut(new Models.Cnn())).hasSize(2);
                TorchModules.parameters(new Models.Cnn()).initialize(1);
            }
        } finally {
            isOver.set(true);
            collector.join();
        }
    }

    @Test
    void writesTheModulesOwnTensors() {
        LinearImpl linear = new LinearImpl(3, 2);
        TorchModules.parameters(linear).with(constant(0.5)).initialize(1);
        assertThat(LibTorch.floats(linear.weight())).containsOnly(0.5f);
        assertThat(linear.weight().requires_grad()).isTrue();
    }

    /** A module's own tensors, whose class is not of PyTorch, have no default. */
    @Test
    void refusesToInitialiseWhatNothingIsKnownOf() {
        Module net = new Module();
        net.register_module("fc", new LinearImpl(3, 2));
        net.register_parameter("scale", LibTorch.zeros(ScalarType.Float, 4));
        net.register_buffer("table", LibTorch.zeros(ScalarType.Float, 4));
        Parameters parameters = TorchModules.parameters(net);
        assertThat(names(parameters)).containsExactly("scale", "table", "fc.weight", "fc.bias");
        assertThat(names(parameters.where(Parameter::hasInitializer))).containsExactly("fc.weight", "fc.bias");
        assertThatThrownBy(() -> parameters.initialize(1))
                .isInstanceOf(InitializationException.class)
                .hasMessageContaining("scale")
                .hasMessageContaining("has no initializer");
        parameters.withRules(rules -> rules.ofRank(1, normal(0, 0.02))).initialize(1);
        assertThat(parameters.get("scale").get(0)).isNotZero();
    }

    /** PyTorch does not initialise an embedding that is made of given values. */
    @Test
    void hasNoDefaultForGivenEmbeddings() {
        EmbeddingOptions options = new EmbeddingOptions(5, 3);
        options._weight().put(torch.ones(5, 3));
        assertThat(TorchModules.parameters(new EmbeddingImpl(options))
                        .get("weight")
                        .hasInitializer())
                .isFalse();
    }

    /** A layer of a class of one's own is still known by the class that it extends, and only by that class's names. */
    @Test
    void knowsLayersThatOthersExtend() {
        final class Scaled extends LinearImpl {
            Scaled() {
                super(3, 2);
                register_parameter("scale", LibTorch.zeros(ScalarType.Float, 2));
            }
        }
        Module net = new Module();
        net.register_module("fc", new Scaled());
        Parameters parameters = TorchModules.parameters(net);
        assertThat(names(parameters)).containsExactly("fc.weight", "fc.bias", "fc.scale");
        assertThat(names(parameters.where(Parameter::hasInitializer))).containsExactly("fc.weight", "fc.bias");
    }

    @Test
    void givesOneTensorOfTwoLayersTwoNames() {
        Module net = new Module();
        EmbeddingImpl embedding = net.register_module("embedding", new EmbeddingImpl(6, 4));
        LinearImpl head = net.register_module("head", new LinearImpl(4, 6));
        head.weight().set_data(embedding.weight());
        Parameters parameters = TorchModules.parameters(net);
        assertThat(names(parameters)).containsExactly("embedding.weight", "head.bias");
        assertThat(parameters.get("embedding.weight").names()).containsExactly("embedding.weight", "head.weight");
        assertThat(parameters.get("embedding.weight").fill().std()).isEqualTo(1);
    }

    @Test
    void givesOneModuleInTwoPlacesTwoNames() {
        LinearImpl shared = new LinearImpl(3, 2);
        Module net = new Module();
        net.register_module("first", shared);
        net.register_module("second", shared);
        Parameters parameters = TorchModules.parameters(net);
        assertThat(parameters.get("first.weight").names()).containsExactly("first.weight", "second.weight");
        assertThat(parameters.size()).isEqualTo(2);
    }

    /** Also where there is no memory to compare. */
    @Test
    void seesTransposedTensorsThatAreOne() {
        Tensor transposed = LibTorch.zeros(ScalarType.Float, 4, 3).t();
        Module net = new Module();
        net.register_parameter("a", transposed);
        net.register_parameter("b", new Tensor(transposed));
        assertThat(TorchModules.parameters(net).get("a").names()).containsExactly("a", "b");
    }

    @Test
    void refusesTensorsThatShareAPartOfTheirMemory() {
        Tensor all = LibTorch.zeros(ScalarType.Float, 6);
        Module net = new Module();
        net.register_parameter("all", all);
        net.register_parameter("part", all.narrow(0, 1, 3));
        assertThatThrownBy(() -> TorchModules.parameters(net))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("part: shares memory with all");
    }

    /** Also a square one, which looks alike from outside: under its second name its rows would be columns. */
    @Test
    void refusesAViewInAnotherOrder() {
        Tensor square = LibTorch.zeros(ScalarType.Float, 4, 4);
        Module inner = new Module();
        inner.register_parameter("w", square.t());
        Module net = new Module();
        net.register_parameter("w", square);
        net.register_module("decoder", inner);
        assertThatThrownBy(() -> TorchModules.parameters(net))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("decoder.w: shares memory with w, as a view in another order");
    }

    @Test
    void refusesIntegerParametersByTheirFullName() {
        Module inner = new Module();
        inner.register_parameter("codes", LibTorch.zeros(ScalarType.Int, 4), false);
        Module net = new Module();
        net.register_module("quantised", inner);
        assertThatThrownBy(() -> TorchModules.parameters(net))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("quantised.codes [4]: the tensor holds Int");
    }

    /** Rules give what {@code torch.nn.init} gives, which knows neither groups nor transposed convolutions. */
    @Test
    void computesTheFansOfPyTorch() {
        Conv2dOptions depthwise = new Conv2dOptions(8, 16, new LongPointer(3, 3));
        depthwise.groups().put(8);
        for (Module layer : List.of(new Conv2dImpl(depthwise), new ConvTranspose2dImpl(8, 4, new LongPointer(3, 3)))) {
            TorchModules.parameters(layer)
                    .named("weight")
                    .with(kaimingNormal(FanMode.FAN_OUT, org.initweights.Nonlinearity.RELU))
                    .initialize(LibTorch.source(9));
            Tensor ours = LibTorch.tensor(layer, "weight").detach().clone();
            torch.manual_seed(9);
            torch.kaiming_normal_(
                    LibTorch.tensor(layer, "weight"), 0, new FanModeType(new kFanOut()), new Nonlinearity(new kReLU()));
            LibTorch.assertSame("weight", ours, LibTorch.tensor(layer, "weight"));
        }
    }

    @Test
    void startsATransformerWithXaviersRule() {
        Parameters parameters = TorchModules.parameters(new TransformerImpl(new TransformerOptions(8, 2, 1, 1)));
        assertThat(parameters)
                .filteredOn(parameter -> parameter.shape().rank() > 1)
                .hasSize(10)
                .allSatisfy(parameter ->
                        assertThat(parameter.fill()).isEqualTo(xavierUniform().resolve(parameter.shape())));
        assertThat(parameters
                        .get("encoder.layers.0.self_attn.out_proj.bias")
                        .fill()
                        .std())
                .isZero();
        assertThat(parameters.get("encoder.layers.0.linear1.bias").fill().std()).isPositive();
    }

    @Test
    @SuppressWarnings("try") // The scope frees what the block makes.
    void keepsTheTensorsWhenTheModuleIsGone() {
        Parameters parameters;
        try (PointerScope scope = new PointerScope()) {
            LinearImpl linear = new LinearImpl(300, 200);
            parameters = TorchModules.parameters(linear);
        }
        System.gc();
        parameters.initialize(1);
        assertThat(LongStream.range(0, 60_000).mapToDouble(parameters.get("weight")::get))
                .doesNotContain(0.0);
    }

    @Test
    void refusesAModuleThatHasBeenConvertedSince() {
        LinearImpl linear = new LinearImpl(3, 2);
        Parameters parameters = TorchModules.parameters(linear);
        linear.to(ScalarType.Double, false);
        assertThatThrownBy(() -> parameters.initialize(1))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("weight [2, 3]: ");
        linear.to(ScalarType.Float, false);
        parameters.initialize(1);
        assertThat(parameters.get("weight").get(0)).isEqualTo(LibTorch.floats(linear.weight())[0]);
    }

    @Test
    void trainsAfterwards() {
        LinearImpl linear = new LinearImpl(3, 1);
        TorchModules.parameters(linear).initialize(1);
        linear.forward(torch.ones(2, 3)).sum().backward();
        assertThat(LibTorch.floats(linear.weight().grad())).containsOnly(2);
    }

    private static List<String> names(Parameters parameters) {
        return parameters.stream().map(Parameter::name).toList();
    }
}
