/**
 * Arrays of ND4J as parameters, the parameters of Deeplearning4j's networks, and an initializer for its layers.
 *
 * <p>ND4J 1.0.0-M2.1 itself runs on the class path alone: its jar names a package that it does not have, and Java refuses such a module when it
 * starts. On the class path this is a jar like others.
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
