package org.initweights.testing;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Starts a main class of the tests in a JVM of its own. */
public final class ChildJvm {

    private ChildJvm() {}

    /** With this much heap, as {@code -Xmx} takes it; its output is ours. */
    public static Process start(String heap, Class<?> main, Path file) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx" + heap, "-cp", "target/classes" + File.pathSeparator + "target/test-classes"));
        command.addAll(List.of(main.getName(), file.toString()));
        return new ProcessBuilder(command).inheritIO().start();
    }
}
