/**
 * InitWeights for the Deep Java Library: its arrays and parameters as tensors, the parameters of its blocks under PyTorch's names, and its own
 * initializer interface.
 *
 * <p>DJL is on the module path under the names that its jars declare.
 */
@SuppressWarnings({"requires-automatic", "requires-transitive-automatic"})
module org.initweights.djl {
    requires transitive ai.djl.api;
    requires transitive org.initweights;
    requires static org.jspecify;

    exports org.initweights.djl;

    provides org.initweights.TensorAdapter with
            org.initweights.djl.DjlArrayAdapter,
            org.initweights.djl.DjlParameterAdapter;
}
