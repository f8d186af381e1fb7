/**
 * The DSL with receivers, for Kotlin: weights, plans and initializers in blocks.
 *
 * <p>What there is for Multik's arrays and for notebooks is used from the class path: their jars are no modules of a fixed name.
 */
module org.initweights.kotlin {
    requires transitive kotlin.stdlib;
    requires transitive org.initweights;

    exports org.initweights.dsl;
}
