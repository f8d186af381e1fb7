/**
 * Weight initialisation for neural networks: annotations, initializers, random streams and kernels.
 *
 * <p>{@code org.initweights} is what users call, {@code org.initweights.annotation} and {@code org.initweights.recipe} what they write on their models,
 * and {@code org.initweights.generated} what the classes that the annotation processor writes call.
 */
module org.initweights {
    requires static java.desktop;
    requires static org.jspecify;

    exports org.initweights;
    exports org.initweights.annotation;
    exports org.initweights.generated;
    exports org.initweights.io;
    exports org.initweights.recipe;
    exports org.initweights.report;
}
