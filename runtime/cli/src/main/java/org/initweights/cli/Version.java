package org.initweights.cli;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine.IVersionProvider;

/** The version of this program, and of what it runs on. */
final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() throws IOException {
        try (InputStream resource = Version.class.getResourceAsStream("version.txt")) {
            if (resource == null) {
                throw new FileNotFoundException("version.txt");
            }
            String version = new String(resource.readAllBytes(), StandardCharsets.UTF_8).strip();
            return new String[] {"initweights " + version, "Java " + Runtime.version()};
        }
    }
}
