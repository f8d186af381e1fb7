package org.initweights.pytorch;

import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.function.Function;
import org.bytedeco.pytorch.LongOptional;
import org.bytedeco.pytorch.Module;
import org.bytedeco.pytorch.Tensor;
import org.initweights.Layer;
import org.jspecify.annotations.Nullable;

/**
 * Which class of {@code torch::nn} a module is.
 *
 * <p>Modules inside others come out of JavaCPP as plain {@link Module}, so their Java class says nothing. Its methods {@code asLinear()} and so
 * on are C++'s {@code dynamic_cast}, which also knows subclasses, and return null for other classes.
 */
final class LayerKind {

    private static final LayerDefaults UNKNOWN = new LayerDefaults.Unknown();
    private static final LayerDefaults LINEAR = new LayerDefaults.Weighted(Layer.LINEAR);
    private static final LayerDefaults BILINEAR = new LayerDefaults.Weighted(Layer.BILINEAR);
    private static final LayerDefaults CONV = new LayerDefaults.Weighted(Layer.CONV);
    private static final LayerDefaults TRANSPOSED = new LayerDefaults.Weighted(Layer.CONV_TRANSPOSE);
    private static final LayerDefaults NORM = new LayerDefaults.Normalization();
    private static final LayerDefaults RNN = new LayerDefaults.Recurrent(Layer.RNN);
    private static final LayerDefaults LSTM = new LayerDefaults.Recurrent(Layer.LSTM);
    private static final LayerDefaults GRU = new LayerDefaults.Recurrent(Layer.GRU);

    private static final List<Function<Module, @Nullable LayerDefaults>> KINDS = List.of(
            is(Module::asLinear, LINEAR),
            is(Module::asConv1d, CONV),
            is(Module::asConv2d, CONV),
            is(Module::asConv3d, CONV),
            is(Module::asConvTranspose1d, TRANSPOSED),
            is(Module::asConvTranspose2d, TRANSPOSED),
            is(Module::asConvTranspose3d, TRANSPOSED),
            is(Module::asBilinear, BILINEAR),
            is(Module::asBatchNorm1d, NORM),
            is(Module::asBatchNorm2d, NORM),
            is(Module::asBatchNorm3d, NORM),
            is(Module::asInstanceNorm1d, NORM),
            is(Module::asInstanceNorm2d, NORM),
            is(Module::asInstanceNorm3d, NORM),
            is(Module::asLayerNorm, NORM),
            is(Module::asGroupNorm, NORM),
            is(Module::asRNN, RNN),
            is(Module::asRNNCell, RNN),
            is(Module::asLSTM, LSTM),
            is(Module::asLSTMCell, LSTM),
            is(Module::asGRU, GRU),
            is(Module::asGRUCell, GRU),
            is(Module::asMultiheadAttention, new LayerDefaults.Attention()),
            is(Module::asTransformer, new LayerDefaults.InTransformer(UNKNOWN)),
            as(
                    Module::asEmbedding,
                    embedding -> table(
                            embedding.options()._weight(), embedding.options().padding_idx())),
            // libtorch draws the padding row of a bag like the others, and never reads it.
            as(Module::asEmbeddingBag, bag -> table(bag.options()._weight(), new LongOptional())),
            as(
                    Module::asPReLU,
                    slope -> new LayerDefaults.Slope(slope.options().init().get())));

    private LayerKind() {}

    /** What the constructor of this module gives its own parameters. */
    static LayerDefaults of(Module module) {
        return KINDS.stream()
                .map(kind -> kind.apply(module))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(UNKNOWN);
    }

    private static <M extends Module> Function<Module, @Nullable LayerDefaults> is(
            Function<Module, @Nullable M> cast, LayerDefaults defaults) {
        return as(cast, module -> defaults);
    }

    private static <M extends Module> Function<Module, @Nullable LayerDefaults> as(
            Function<Module, @Nullable M> cast, Function<M, LayerDefaults> defaults) {
        return module -> {
            M layer = cast.apply(module);
            return layer == null ? null : defaults.apply(layer);
        };
    }

    /** An embedding whose weight somebody gave has nothing to start as. */
    private static LayerDefaults table(Tensor given, LongOptional padding) {
        return given.defined()
                ? UNKNOWN
                : new LayerDefaults.Table(padding.has_value() ? OptionalLong.of(padding.get()) : OptionalLong.empty());
    }
}
