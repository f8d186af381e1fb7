/**
 * Arrays of ND4J as parameters, the parameters of Deeplearning4j's networks, and an initializer for its layers.
 *
 * <p>ND4J's own jars are automatic modules, which may have any name, so that is no reason for a warning. On the class path all works too.
 */
@SuppressWarnings({"requires-automatic", "requires-transitive-automatic"})
module org.initweights.nd4j {
    requires transitive org.initweights;
    requires static transitive deeplearning4j.nn;
    requires static transitive nd4j.api;
    requires static jackson;
    requires static org.bytedeco.javacpp;
    requires static org.jspecify;

    exports org.initweights.nd4j;

    provides org.initweights.TensorAdapter with
            org.initweights.nd4j.Nd4jAdapter;
}
