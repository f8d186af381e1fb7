/** The DSL with receivers, for Kotlin: weights, plans and initializers in blocks. */
module org.initweights.kotlin {
    requires transitive kotlin.stdlib;
    requires transitive org.initweights;

    exports org.initweights.dsl;
}
