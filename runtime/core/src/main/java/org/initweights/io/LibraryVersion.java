package org.initweights.io;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.Properties;

/** The version of this library, which the build writes into a resource. */
final class LibraryVersion {

    private LibraryVersion() {}

    /** The version, if the build wrote one. */
    static Optional<String> current() {
        try (InputStream resource = LibraryVersion.class.getResourceAsStream("version.properties")) {
            if (resource == null) {
                return Optional.empty();
            }
            Properties properties = new Properties();
            properties.load(resource);
            return Optional.ofNullable(properties.getProperty("version")).filter(version -> !version.startsWith("$"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
