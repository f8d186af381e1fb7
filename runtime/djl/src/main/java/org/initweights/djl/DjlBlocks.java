package org.initweights.djl;

import ai.djl.nn.Block;
import org.initweights.Parameters;

/**
 * The parameters of a DJL block, to initialise, select, rule, save and load.
 *
 * <pre>{@code
 * block.initialize(manager, DataType.FLOAT32, new Shape(1, 1, 28, 28));
 * Parameters parameters = DjlBlocks.parameters(block);
 * parameters.initialize(RandomSource.torch(42));                              // as PyTorch's layers start
 * parameters.withRules(rules -> rules.named("**.weight", kaimingNormal())).initialize(42);
 * parameters.save(Path.of("model.safetensors"));                              // torch: model.load_state_dict(load_file(…))
 * }</pre>
 *
 * <p><b>Names</b> are PyTorch's where the structure allows it:
 *
 * <table>
 * <caption>Names in DJL and here</caption>
 * <tr><th>DJL</th><th>here</th></tr>
 * <tr><td>{@code 01Conv2d}, {@code 02LambdaBlock} in a {@code SequentialBlock} or {@code ParallelBlock}</td><td>{@code 0}, {@code 1}, as in
 *     {@code nn.Sequential}</td></tr>
 * <tr><td>{@code 01fc}, a child added by a name in a block of your own</td><td>{@code fc}; {@code 01fc} if two children would be {@code fc}</td></tr>
 * <tr><td>{@code weight}, {@code bias} of linear layers and convolutions</td><td>the same</td></tr>
 * <tr><td>{@code gamma}, {@code beta}, {@code runningMean}, {@code runningVar}</td><td>{@code weight}, {@code bias}, {@code running_mean},
 *     {@code running_var}</td></tr>
 * <tr><td>{@code embedding}</td><td>{@code weight}</td></tr>
 * <tr><td>{@code l_0_i2h_WEIGHT}, {@code r_1_h2h_BIAS} of recurrent layers</td><td>{@code weight_ih_l0}, {@code bias_hh_l1_reverse}</td></tr>
 * <tr><td>{@code alpha} of {@code Prelu}, a scalar</td><td>{@code weight}, {@code [1]}</td></tr>
 * <tr><td>anything else</td><td>the same</td></tr>
 * </table>
 *
 * <p>Names of nested blocks are joined with dots: {@code 0.weight}, {@code encoder.1.bias}.
 *
 * <p><b>Initializers.</b> The parameters of {@code Linear}, {@code Conv1d} to {@code Conv3d}, {@code Conv1dTranspose}, {@code Conv2dTranspose},
 * {@code BatchNorm}, {@code LayerNorm}, the embeddings, {@code RNN}, {@code LSTM}, {@code GRU} and {@code Prelu}, and of their subclasses, start as
 * those of PyTorch's layers. No other parameter has an initializer: give it one by a rule. A parameter that stands in several places starts as
 * the first of them says.
 *
 * <p><b>Order.</b> The parameters of a block come before those of its children, and children in their order. DJL draws in this order too, unless a
 * block overrides {@code initialize}; so with {@link org.initweights.RandomSource#torch(long)} and the same rules, values are those that DJL's
 * initializers give after {@code Engine.setRandomSeed}. Inside a recurrent layer the order is PyTorch's: weights and biases of a direction, then
 * those of the next. DJL has all weights of both directions before the biases.
 *
 * <p>Any thread may call these methods. While parameters are initialised or loaded, no other thread may use the block.
 */
public final class DjlBlocks {

    private DjlBlocks() {}

    /**
     * The parameters of a block and of all blocks in it. Nothing is copied, and nothing is written yet.
     *
     * <p>Values are written to the arrays that the block has when it is initialised; while that goes on, no other thread may use the block.
     *
     * @throws IllegalStateException if a parameter has no array yet, since the block is not initialised; it names the parameter
     * @throws IllegalArgumentException if an array is closed, of a type that is not floating point, sparse or broadcast, or two parameters would
     *     have one name; it begins with the parameter's name
     */
    public static Parameters parameters(Block block) {
        return BlockTensors.of(block).parameters();
    }
}
