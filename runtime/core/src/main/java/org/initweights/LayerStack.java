package org.initweights;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongUnaryOperator;
import java.util.function.UnaryOperator;
import org.initweights.internal.fill.Argument;

/**
 * Which layer of a shallow model each layer of a deep one begins as, by the names of their parameters.
 *
 * <pre>{@code
 * LayerStack.repeated("model.layers", 12).apply("model.layers.17.mlp.weight")     // model.layers.5.mlp.weight
 * }</pre>
 *
 * <p>Layers are counted from 0, by the number behind the prefix. Other names stay as they are.
 *
 * <p>It is immutable, and threads may share it.
 */
public final class LayerStack implements UnaryOperator<String> {

    private final String prefix;
    private final LongUnaryOperator origin;
    private final String call;

    private LayerStack(String prefix, LongUnaryOperator origin, String call) {
        this.prefix = prefix;
        this.origin = origin;
        this.call = call;
    }

    /**
     * The shallow model as a whole, again and again: layer i begins as layer i mod {@code layers}.
     *
     * <p>Source: Gong, He, Li, Qin, Wang and Liu, <i>Efficient training of BERT by progressively stacking</i>, 2019; Du and others, <i>Stacking your
     * transformers: A closer look at model growth for efficient LLM pre-training</i>, 2024 (G<sub>stack</sub>).
     *
     * @param prefix what is before the number of a layer, such as {@code model.layers}
     * @param layers how many layers the shallow model has
     * @throws InitializationException if that is less than 1
     */
    public static LayerStack repeated(String prefix, int layers) {
        Argument.size("repeated", "layers", layers, 1);
        return new LayerStack(prefix, layer -> layer % layers, "repeated(\"" + prefix + "\", " + layers + ")");
    }

    /**
     * Each layer {@code times} times in a row: layer i begins as layer ⌊i / times⌋.
     *
     * <p>Source: Chang, Meng, Haber, Tung and Begert, <i>Multi-level residual networks from dynamical systems view</i>, 2018; Chen, Yin and others,
     * <i>bert2BERT: Towards reusable pretrained language models</i>, 2022, has it beside stacking.
     *
     * @param prefix what is before the number of a layer
     * @param times how often each layer is there
     * @throws InitializationException if that is less than 1
     */
    public static LayerStack interleaved(String prefix, int times) {
        Argument.size("interleaved", "times", times, 1);
        return new LayerStack(prefix, layer -> layer / times, "interleaved(\"" + prefix + "\", " + times + ")");
    }

    /**
     * Ranges of layers, one behind the other: {@code ranges("model.layers", 0, 24, 8, 32)} has the layers 0 to 23, then 8 to 31.
     *
     * <p>Source: Kim and others, <i>SOLAR 10.7B: Scaling large language models with simple yet effective depth up-scaling</i>, 2023; the
     * {@code layer_range} of mergekit's {@code passthrough}.
     *
     * @param prefix what is before the number of a layer
     * @param bounds of each range the first layer and the layer after the last
     * @throws InitializationException if a bound lacks its other one, is negative, or a range is empty
     */
    public static LayerStack ranges(String prefix, int... bounds) {
        String call = "ranges(\"" + prefix + "\", " + list(bounds) + ")";
        List<Long> origins = new ArrayList<>();
        for (int i = 0; i < bounds.length; i += 2) {
            if (i + 1 == bounds.length || bounds[i] < 0 || bounds[i] >= bounds[i + 1]) {
                throw new InitializationException(
                        "LayerRange",
                        call,
                        "bounds",
                        "needs of each range the first layer and the layer after the last, which is larger");
            }
            for (long layer = bounds[i]; layer < bounds[i + 1]; layer++) {
                origins.add(layer);
            }
        }
        return new LayerStack(prefix, layer -> of(origins, layer, call), call);
    }

    private static String list(int[] bounds) {
        StringBuilder text = new StringBuilder();
        for (int bound : bounds) {
            text.append(text.isEmpty() ? "" : ", ").append(bound);
        }
        return text.toString();
    }

    private static long of(List<Long> origins, long layer, String call) {
        if (layer >= origins.size()) {
            throw new InitializationException(
                    "LayerRange",
                    call,
                    "bounds",
                    "has " + origins.size() + " layers, and no layer " + layer + "; give more ranges");
        }
        return origins.get((int) layer);
    }

    /** The name of the shallow model's parameter. */
    @Override
    public String apply(String name) {
        String start = prefix + ".";
        if (!name.startsWith(start)) {
            return name;
        }
        int end = start.length();
        while (end < name.length() && Character.digit(name.charAt(end), 10) >= 0) {
            end++;
        }
        boolean isLayer =
                end > start.length() && end - start.length() <= 9 && (end == name.length() || name.charAt(end) == '.');
        return isLayer
                ? start + origin.applyAsLong(Long.parseLong(name.substring(start.length(), end))) + name.substring(end)
                : name;
    }

    /** The call that made it: {@code repeated("model.layers", 12)}. */
    @Override
    public String toString() {
        return call;
    }
}
