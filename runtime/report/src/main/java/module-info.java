/**
 * Reports on initialised models, for people to look at and as data.
 *
 * <p>Pictures in PNG need {@code java.desktop} at run time; all else works without it.
 */
module org.initweights.report {
    requires static java.desktop;
    requires transitive org.initweights;
    requires static org.jspecify;

    exports org.initweights.report;
}
