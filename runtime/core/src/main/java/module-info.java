/**
 * Weight initialisation for neural networks: annotations, initializers, random streams and kernels.
 *
 * <p>{@code org.initweights} is what users call, {@code org.initweights.annotation} and {@code org.initweights.recipe} what they write on their models,
 * and {@code org.initweights.collect} what the classes that the annotation processor writes call.
 *
 * <p>The processor and the reports, which may be modules too, use parts of the inside. Who has none of them on the module path has no such
 * module.
 */
@SuppressWarnings("module")
module org.initweights {
    requires static kotlin.stdlib;
    requires static org.jspecify;

    exports org.initweights;
    exports org.initweights.annotation;
    exports org.initweights.collect;
    exports org.initweights.io;
    exports org.initweights.recipe;
    exports org.initweights.internal.axis to
            org.initweights.processor;
    exports org.initweights.internal.derive to
            org.initweights.report;
    exports org.initweights.internal.expression to
            org.initweights.processor;
    exports org.initweights.internal.fill to
            org.initweights.cli,
            org.initweights.processor,
            org.initweights.report;
    exports org.initweights.internal.files to
            org.initweights.cli,
            org.initweights.report;
    exports org.initweights.internal.files.json to
            org.initweights.cli,
            org.initweights.processor;
    exports org.initweights.internal.numeric to
            org.initweights.processor,
            org.initweights.report;
    exports org.initweights.internal.message to
            org.initweights.cli,
            org.initweights.processor,
            org.initweights.report;
    exports org.initweights.internal.files.plan to
            org.initweights.cli,
            org.initweights.nd4j,
            org.initweights.processor;
    exports org.initweights.internal.rule to
            org.initweights.processor;
    exports org.initweights.internal.rule.torch to
            org.initweights.processor;
    exports org.initweights.internal.files.safetensors to
            org.initweights.cli,
            org.initweights.report;
    exports org.initweights.internal.tensor to
            org.initweights.processor;
    exports org.initweights.internal.values to
            org.initweights.processor,
            org.initweights.report;
    exports org.initweights.internal.work to
            org.initweights.report;
    exports org.initweights.internal.select to
            org.initweights.processor;
}
