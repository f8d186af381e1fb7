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
    public static Process start(String heap, Class<?> main, Object... arguments) throws IOException {
        return builder(heap, main, arguments).inheritIO().start();
    }

    /** With this much heap, as {@code -Xmx} takes it; its output is to be read. */
    public static Process startReadable(String heap, Class<?> main, Object... arguments) throws IOException {
        return builder(heap, main, arguments)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static ProcessBuilder builder(String heap, Class<?> main, Object... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx" + heap, "-cp", "target/classes" + File.pathSeparator + "target/test-classes"));
        command.add(main.getName());
        for (Object argument : arguments) {
            command.add(argument.toString());
        }
        return new ProcessBuilder(command);
    }
}
