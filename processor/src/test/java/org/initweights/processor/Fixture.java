package org.initweights.processor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A source file of a folder of the test resources. */
record Fixture(Path file, String content) {

    /** Every source file of a folder, by name. */
    static List<Fixture> in(String folder) {
        try (Stream<Path> files = Files.list(folder(folder))) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .map(Fixture::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Fixture read(Path file) {
        try {
            return new Fixture(file, Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A source file that is written to {@code folder} first. */
    static Fixture write(Path folder, String name, String content) {
        try {
            return read(Files.writeString(folder.resolve(name + ".java"), content));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path folder(String folder) {
        try {
            return Path.of(Fixture.class.getResource("/" + folder).toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    String name() {
        return file.getFileName().toString().replace(".java", "");
    }

    /** The package of a source file that is named after its folder. */
    String packageName() {
        return file.getName(file.getNameCount() - 2).toString();
    }

    @Override
    public String toString() {
        return name();
    }
}
