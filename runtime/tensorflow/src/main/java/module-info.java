/**
 * Tensors and variables of TensorFlow-Java as parameters, and InitWeights' initializers as TensorFlow's.
 *
 * <p>{@code tensorflow.framework} is needed only for {@link org.initweights.tensorflow.TensorFlowInitializer}.
 */
module org.initweights.tensorflow {
    requires org.bytedeco.javacpp;
    requires transitive org.initweights;
    requires static org.jspecify;
    requires transitive org.tensorflow.ndarray;
    requires transitive tensorflow;
    requires static transitive tensorflow.framework;
    requires tensorflow.nativelib;

    exports org.initweights.tensorflow;

    provides org.initweights.TensorAdapter with
            org.initweights.tensorflow.TBfloat16Adapter,
            org.initweights.tensorflow.TFloat16Adapter,
            org.initweights.tensorflow.TFloat32Adapter,
            org.initweights.tensorflow.TFloat64Adapter;
}
