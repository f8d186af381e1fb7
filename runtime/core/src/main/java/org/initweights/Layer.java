package org.initweights;

/**
 * A PyTorch layer whose initial values {@link org.initweights.annotation.TorchDefault} and {@link Initializers#torchDefault(Layer)}
 * reproduce.
 */
public enum Layer {
    /** {@code nn.Linear}: weight {@code [out, in]}, bias {@code [out]}. */
    LINEAR,
    /** {@code nn.Conv1d}, {@code Conv2d}, {@code Conv3d}: weight {@code [out, in / groups, k…]}, bias {@code [out]}. */
    CONV,
    /** {@code nn.ConvTranspose1d}, {@code 2d}, {@code 3d}: weight {@code [in, out / groups, k…]}, bias {@code [out]}. */
    CONV_TRANSPOSE,
    /** {@code nn.BatchNorm1d}, {@code 2d}, {@code 3d}: weight and bias {@code [features]}. */
    BATCH_NORM,
    /** {@code nn.LayerNorm}: weight and bias of the normalised shape. */
    LAYER_NORM,
    /** {@code nn.GroupNorm}: weight and bias {@code [channels]}. */
    GROUP_NORM,
    /** {@code nn.Embedding}, {@code nn.EmbeddingBag}: weight {@code [entries, features]}. */
    EMBEDDING,
    /** {@code nn.RNN}, {@code nn.RNNCell}: {@code weight_ih [hidden, in]}, {@code weight_hh [hidden, hidden]}, biases {@code [hidden]}. */
    RNN,
    /**
     * {@code nn.LSTM}, {@code nn.LSTMCell}: as {@link #RNN}, with the gates i, f, g, o packed into {@code 4 * hidden} rows. Its projection
     * {@code weight_hr [proj_size, hidden]} has no gates, so it must name another tensor of the layer, which tells the hidden size.
     */
    LSTM,
    /** {@code nn.GRU}, {@code nn.GRUCell}: as {@link #RNN}, with the gates r, z, n packed into {@code 3 * hidden} rows. */
    GRU,
    /** {@code nn.Bilinear}: weight {@code [out, in1, in2]}, bias {@code [out]}. */
    BILINEAR,
    /**
     * {@code nn.MultiheadAttention}: the in-projection {@code [3 * embed, embed]}, or one each for q, k and v; every bias;
     * {@code bias_k} and {@code bias_v} {@code [1, 1, embed]}. The weight of the out-projection is a {@link #LINEAR}.
     */
    MULTIHEAD_ATTENTION
}
