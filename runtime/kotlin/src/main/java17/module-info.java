/**
 * The DSL with receivers, for Kotlin: weights, plans and initializers in blocks.
 *
 * <p>What notebooks load of this module is for them alone, and they load it from the class path.
 */
module org.initweights.kotlin {
    requires transitive kotlin.stdlib;
    requires transitive org.initweights;

    exports org.initweights.dsl;
}
