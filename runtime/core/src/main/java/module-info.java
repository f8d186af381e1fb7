/**
 * Weight initialisation for neural networks: annotations, initializers, random streams and kernels.
 *
 * <p>{@code org.initweights} is what users call, {@code org.initweights.annotation} and {@code org.initweights.recipe} what they write on their models,
 * and {@code org.initweights.generated} what the classes that the annotation processor writes call.
 *
 * <p>The processor, which may be a module too, uses the rules themselves. Whoever has no processor on the module path has no such module.
 */
@SuppressWarnings("module")
module org.initweights {
    requires static java.desktop;
    requires static org.jspecify;

    exports org.initweights;
    exports org.initweights.annotation;
    exports org.initweights.generated;
    exports org.initweights.io;
    exports org.initweights.recipe;
    exports org.initweights.report;
    exports org.initweights.fill to
            org.initweights.processor;
    exports org.initweights.json to
            org.initweights.processor;
    exports org.initweights.kernel to
            org.initweights.processor;
    exports org.initweights.message to
            org.initweights.processor;
    exports org.initweights.plan to
            org.initweights.processor;
    exports org.initweights.rule to
            org.initweights.processor;
    exports org.initweights.rule.torch to
            org.initweights.processor;
    exports org.initweights.select to
            org.initweights.processor;
}
