package org.initweights.pytorch;

import java.lang.ref.Reference;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Module;
import org.bytedeco.pytorch.StringSharedModuleDict;
import org.bytedeco.pytorch.StringTensorDict;
import org.bytedeco.pytorch.Tensor;
import org.initweights.TensorShape;
import org.initweights.pytorch.ModuleTensor.Role;
import org.jspecify.annotations.Nullable;

/** Finds all parameters and buffers of a module, in the order of Python's {@code state_dict}. */
final class ModuleWalk {

    private final List<ModuleTensor> found = new ArrayList<>();
    private final Places places = new Places();

    private ModuleWalk() {}

    @SuppressWarnings("try") // The scope holds while the walk lasts, and nobody asks it anything.
    static List<ModuleTensor> of(Module module) {
        ModuleWalk walk = new ModuleWalk();
        // The dictionaries that native code makes are freed when the walk ends, not when Java's collector finds them.
        try (PointerScope scope = new PointerScope()) {
            walk.visit("", module, LayerKind.of(module));
        } finally {
            // It owns its children: JavaCPP would free them all as soon as nothing in Java reaches it, in the middle of
            // the walk.
            Reference.reachabilityFence(module);
        }
        return walk.found;
    }

    private void visit(String prefix, Module module, LayerDefaults defaults) {
        Map<String, Tensor> parameters = tensors(module.named_parameters(false));
        Map<String, Tensor> buffers = tensors(module.named_buffers(false));
        Map<String, TensorShape> shapes = new LinkedHashMap<>();
        parameters.forEach((name, tensor) -> shapes.put(name, TensorShape.of(tensor.shape())));
        buffers.forEach((name, tensor) -> shapes.put(name, TensorShape.of(tensor.shape())));
        parameters.forEach((name, tensor) ->
                add(new ModuleTensor(prefix + name, tensor, defaults.initializer(name, shapes), Role.PARAMETER)));
        buffers.forEach((name, tensor) ->
                add(new ModuleTensor(prefix + name, tensor, defaults.initializer(name, shapes), Role.BUFFER)));
        StringSharedModuleDict children = module.named_children();
        for (long i = 0; i < children.size(); i++) {
            String name = text(children.get(i).key());
            Module child = children.get(i).value();
            visit(prefix + name + ".", child, defaults.inner(name, LayerKind.of(child)));
        }
    }

    /** Takes a tensor; one that is an earlier one under another name starts as that one does. */
    private void add(ModuleTensor tensor) {
        // So that the parameters outlive the scope that frees the rest.
        tensor.tensor().retainReference();
        Optional<ModuleTensor> first = tensor.isLeftOut() ? Optional.empty() : places.take(tensor);
        found.add(
                first.map(other -> new ModuleTensor(tensor.name(), other.tensor(), other.initializer(), tensor.role()))
                        .orElse(tensor));
    }

    /** Handles of their own: those of a dictionary are gone with it. */
    private static Map<String, Tensor> tensors(StringTensorDict dictionary) {
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        for (long i = 0; i < dictionary.size(); i++) {
            tensors.put(
                    text(dictionary.get(i).key()), new Tensor(dictionary.get(i).value()));
        }
        return tensors;
    }

    /** JavaCPP gives null for an empty text. */
    private static String text(@Nullable BytePointer pointer) {
        return pointer == null ? "" : pointer.getString();
    }
}
