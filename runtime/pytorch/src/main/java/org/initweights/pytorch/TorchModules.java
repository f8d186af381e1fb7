package org.initweights.pytorch;

import java.util.List;
import java.util.Objects;
import org.bytedeco.pytorch.Module;
import org.initweights.Parameters;
import org.initweights.TensorShape;

/**
 * The parameters of PyTorch's modules, under the names that Python's {@code state_dict} has.
 *
 * <pre>{@code
 * Parameters parameters = TorchModules.parameters(net);
 * parameters.initialize(RandomSource.torch(42));            // as torch.manual_seed(42) before new Net()
 * parameters.withRules(rules -> rules.named("**.bias", zeros()).ofRank(4, kaimingNormal(FAN_OUT, RELU))).initialize(42);
 * parameters.save(Path.of("net.safetensors"));              // Python: net.load_state_dict(load_file("net.safetensors"))
 * }</pre>
 *
 * <p>Nothing is copied: initialising and loading writes the module's own tensors. Not while another thread uses the module.
 */
public final class TorchModules {

    private TorchModules() {}

    /**
     * The parameters and float buffers of a module and all modules in it, in the order of the {@code state_dict}.
     *
     * <p>Each starts as the constructor of its layer has it, so that {@code initialize(RandomSource.torch(seed))} writes what a new module
     * would have after {@code torch.manual_seed(seed)}, if its layers were made in the order in which they are registered. Parameters of a class
     * of your own, and the weight of an embedding made of given values, can be listed, saved and loaded; to initialise them, give them
     * a rule, {@link Parameters#withRules}.
     *
     * <p>Shapes are as PyTorch has them, without groups or gates, so that initializers compute the fans of {@code torch.nn.init}.
     * A tensor that is registered in two places is one parameter with two names, and starts as the first place says.
     *
     * <p>Buffers of integers and booleans, such as {@code num_batches_tracked}, are left out: there is nothing to draw, a safetensors file of floats
     * cannot hold them, and {@code load_state_dict} does without the counters. {@link #leftOut} names them.
     *
     * <p>The parameters keep the tensors alive, also when the module is freed. After {@code module.to(…)}, or when a layer was given another
     * tensor, ask for them again.
     *
     * @throws IllegalArgumentException if a parameter holds integers, is sparse, on the device {@code meta}, or otherwise cannot be written; it
     *     begins with the parameter's name
     */
    public static Parameters parameters(Module module) {
        List<ModuleTensor> tensors = ModuleWalk.of(Objects.requireNonNull(module, "module is null"));
        return Parameters.of(builder -> tensors.stream()
                .filter(tensor -> !tensor.isLeftOut())
                .forEach(tensor -> {
                    TensorShape shape = TensorShape.of(tensor.tensor().shape());
                    TorchTensorAdapter adapter = new TorchTensorAdapter();
                    tensor.initializer()
                            .ifPresentOrElse(
                                    initializer ->
                                            builder.tensor(tensor.name(), tensor.tensor(), adapter, initializer, shape),
                                    () -> builder.tensor(tensor.name(), tensor.tensor(), adapter, shape));
                }));
    }

    /** The names of the buffers that {@link #parameters} leaves out, since they hold no floating-point numbers; in the order of the {@code state_dict}. */
    public static List<String> leftOut(Module module) {
        return ModuleWalk.of(Objects.requireNonNull(module, "module is null")).stream()
                .filter(ModuleTensor::isLeftOut)
                .map(ModuleTensor::name)
                .toList();
    }
}
