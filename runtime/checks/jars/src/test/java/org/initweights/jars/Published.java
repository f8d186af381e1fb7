package org.initweights.jars;

import java.nio.file.Path;

/** A module that users get. */
enum Published {
    CORE("runtime/core", "org.initweights"),
    REPORT("runtime/report", "org.initweights.report"),
    KOTLIN("runtime/kotlin", "org.initweights.kotlin"),
    CLI("runtime/cli", "org.initweights.cli"),
    PYTORCH("runtime/pytorch", "org.initweights.pytorch"),
    DJL("runtime/djl", "org.initweights.djl"),
    ND4J("runtime/nd4j", "org.initweights.nd4j"),
    TENSORFLOW("runtime/tensorflow", "org.initweights.tensorflow"),
    SPARK("runtime/spark", "org.initweights.spark"),
    PROCESSOR("processor", "org.initweights.processor");

    static final Path ROOT = Path.of(System.getProperty("initweights.root"));

    private static final String VERSION = System.getProperty("initweights.version");

    final String folder;
    final String module;

    Published(String folder, String module) {
        this.folder = folder;
        this.module = module;
    }

    /** Whether a file of its jar is among its own packages. */
    boolean owns(String name) {
        return this == KOTLIN
                ? name.matches("org/initweights/(dsl|multik|notebook)/.*")
                : name.startsWith(module.replace('.', '/') + "/");
    }

    String artifact() {
        return "initweights-" + folder.substring(folder.lastIndexOf('/') + 1);
    }

    /** What Maven calls the file, with the classifier, such as {@code -sources}, or with none. */
    Path jar(String classifier) {
        return ROOT.resolve(folder).resolve("target/" + artifact() + "-" + VERSION + classifier + ".jar");
    }

    /** The jar that runs by itself, which has a name without a version. */
    static Path runnable() {
        return ROOT.resolve("runtime/cli/target/initweights.jar");
    }
}
