/** The annotation processor as a module, for {@code --processor-module-path}. */
module org.initweights.processor {
    requires java.logging;
    requires jdk.compiler;
    requires org.initweights;

    provides javax.annotation.processing.Processor with
            org.initweights.processor.InitWeightsProcessor;
}
