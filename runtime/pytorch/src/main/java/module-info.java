/**
 * The modules and tensors of PyTorch by JavaCPP, {@code org.bytedeco:pytorch}: initialised, saved and loaded.
 *
 * <p>Fields of type {@code org.bytedeco.pytorch.Tensor} in annotated models need nothing but this module on the class or module path.
 */
@SuppressWarnings({"requires-transitive-automatic", "requires-automatic"})
module org.initweights.pytorch {
    requires transitive org.bytedeco.pytorch;
    requires transitive org.initweights;
    requires static org.jspecify;

    exports org.initweights.pytorch;

    provides org.initweights.TensorAdapter with
            org.initweights.pytorch.TorchTensorAdapter;
}
