package org.initweights.report.internal.page;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A headless Chromium that shows a page, if there is one on this computer. */
record Chromium(Path program) {

    private static final long MOST_SECONDS = 120;

    /** What a page became: its elements after its script has run, and what the browser logged. */
    record Shown(String dom, String log) {

        /** Lines that the page wrote to the browser's console: errors, for it writes nothing else. */
        List<String> console() {
            return log.lines().filter(line -> line.contains("CONSOLE")).toList();
        }
    }

    /** The browser; a test that asks for it is skipped where there is none. */
    static Chromium required() {
        Optional<Path> program = Stream.of("chromium", "chromium-browser", "google-chrome")
                .flatMap(name -> Stream.of(
                                System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
                        .map(directory -> Path.of(directory, name)))
                .filter(Files::isExecutable)
                .findFirst();
        assumeTrue(program.isPresent(), "skipped: there is no chromium on the path");
        return new Chromium(program.orElseThrow());
    }

    /** Shows a page of so many pixels' width. */
    Shown show(Path page, String fragment, int width, Path directory) throws IOException, InterruptedException {
        Path dom = directory.resolve("dom.html");
        Path log = directory.resolve("log.txt");
        List<String> command = new ArrayList<>(List.of(program.toString(), "--headless", "--no-sandbox"));
        command.addAll(List.of("--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"));
        command.addAll(List.of("--disable-component-update", "--disable-sync", "--enable-logging=stderr"));
        command.add("--user-data-dir=" + Files.createTempDirectory(directory, "profile"));
        command.add("--window-size=" + width + ",900");
        command.add("--dump-dom");
        command.add(page.toUri() + fragment);
        Process process = new ProcessBuilder(command)
                .redirectOutput(dom.toFile())
                .redirectError(log.toFile())
                .start();
        try {
            if (!process.waitFor(MOST_SECONDS, TimeUnit.SECONDS)) {
                throw new IOException(program + " does not end within " + MOST_SECONDS + " seconds");
            }
        } finally {
            process.destroyForcibly().waitFor();
        }
        return new Shown(Files.readString(dom), Files.readString(log));
    }
}
