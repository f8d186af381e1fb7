package org.initweights.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import ai.djl.util.PairList;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import org.initweights.Initializer;
import org.initweights.Parameters;
import org.initweights.TensorsBuilder;

/** The parameters that a block and the blocks in it have, with their names, in the order in which they are drawn. */
final class BlockTensors {

    /**
     * One of them.
     *
     * @param name its name from the outermost block on
     */
    private record Found(String name, Parameter parameter, TorchParameter torch) {}

    private final DjlParameterAdapter adapter = new DjlParameterAdapter();
    private final List<Found> found = new ArrayList<>();
    private final List<String> withoutArray = new ArrayList<>();

    private BlockTensors() {}

    /**
     * The parameters of {@code block}.
     *
     * @throws IllegalStateException if one has no array yet
     */
    static BlockTensors of(Block block) {
        BlockTensors tensors = new BlockTensors();
        tensors.visit("", block);
        tensors.checkInitialised();
        return tensors;
    }

    private void visit(String prefix, Block block) {
        PairList<String, Parameter> direct = block.getDirectParameters();
        if (direct.values().stream().allMatch(Parameter::isInitialized)) {
            for (TorchParameter torch : TorchLayers.parameters(block)) {
                found.add(new Found(prefix + torch.name(), direct.get(torch.djlName()), torch));
            }
        } else {
            direct.forEach(pair -> {
                if (!pair.getValue().isInitialized()) {
                    withoutArray.add(prefix + pair.getKey());
                }
            });
        }
        List<String> names = ChildNames.of(block);
        for (int i = 0; i < names.size(); i++) {
            visit(prefix + names.get(i) + ".", block.getChildren().valueAt(i));
        }
    }

    private void checkInitialised() {
        if (!withoutArray.isEmpty()) {
            int more = withoutArray.size() - 1;
            throw new IllegalStateException(withoutArray.get(0)
                    + (more == 0 ? "" : " and " + more + " more")
                    + ": no array yet, since the block is not initialised, and the shape may depend on the input; call"
                    + " block.initialize(manager, DataType.FLOAT32, inputShape) or trainer.initialize(inputShape) first, or use"
                    + " block.setInitializer(DjlInitializer.of(initializer, source), parameter -> true)");
        }
    }

    Parameters parameters() {
        return Parameters.of(tensors -> {
            // A parameter in several places starts as the first of them says.
            IdentityHashMap<NDArray, Optional<Initializer>> starts = new IdentityHashMap<>();
            for (Found one : found) {
                NDArray array = one.parameter().getArray();
                Optional<Initializer> start =
                        starts.computeIfAbsent(array, unseen -> one.torch().initializer());
                add(tensors, one, start);
            }
        });
    }

    private void add(TensorsBuilder tensors, Found one, Optional<Initializer> start) {
        start.ifPresentOrElse(
                initializer -> tensors.tensor(
                        one.name(),
                        one.parameter(),
                        adapter,
                        initializer,
                        one.torch().shape()),
                () -> tensors.tensor(
                        one.name(), one.parameter(), adapter, one.torch().shape()));
    }
}
