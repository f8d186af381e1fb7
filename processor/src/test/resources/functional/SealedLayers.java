package functional;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.initweights.Parameter;
import org.initweights.annotation.InitWeights;
import org.initweights.annotation.Normal;
import org.initweights.annotation.Shape;

/** Layers of a sealed type, some of which have no weights, and chains of them. */
public class SealedLayers {
    @InitWeights
    sealed interface Layer permits Dense, Activation, Flatten, Both {}

    record Dense(@Shape({2, 2}) @Normal float[] w) implements Layer {}

    enum Activation implements Layer {
        RELU,
        TANH
    }

    record Flatten() implements Layer {}

    record Both(Layer first, Layer second) implements Layer {}

    @InitWeights
    static class Net {
        final List<Layer> layers;

        Net(Layer... layers) {
            this.layers = List.of(layers);
        }
    }

    static class Part {
        @Shape(1) @Normal float[] v;
    }

    static class Node<T extends Part & java.io.Serializable> {
        @interface Nullable {}

        @Nullable Node<T> next;
        @Nullable T part;
        @Shape(1) @Normal float[] w;
    }

    public static void check() {
        Layer dense = new Dense(new float[4]);
        Net net = new Net(dense, Activation.RELU, new Flatten(), new Both(Activation.TANH, new Dense(new float[4])));
        assertThat(SealedLayers_NetInit.parameters(net)).extracting(Parameter::name)
                .containsExactly("layers.0.w", "layers.3.second.w");

        Node<?> head = null;
        for (int i = 0; i < 5000; i++) {
            head = before(head);
        }
        List<String> names = SealedLayers_NodeInit.parameters(head).stream().map(Parameter::name).toList();
        assertThat(names).hasSize(5000).startsWith("next.".repeat(4999) + "w").endsWith("w");
    }

    private static <T extends Part & java.io.Serializable> Node<T> before(Node<T> next) {
        Node<T> node = new Node<>();
        node.next = next;
        return node;
    }
}
