package org.initweights.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.initweights.Parameters;
import org.junit.jupiter.api.Test;

/** On {@code --processor-module-path} the processor sees of the library what its module exports. */
class ExportedPackagesTest {

    private static final Path SOURCES = Path.of("src/main/java/org/initweights/processor");
    private static final Pattern PACKAGE = Pattern.compile("\\borg\\.initweights(?:\\.[a-z]+)*(?=\\.[A-Z])");

    @Test
    void areAllThatTheProcessorNames() throws IOException, URISyntaxException {
        assertThat(exported()).containsAll(named());
    }

    private static Set<String> named() throws IOException {
        Set<String> named = new TreeSet<>();
        try (Stream<Path> files = Files.walk(SOURCES)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                PACKAGE.matcher(Files.readString(file))
                        .results()
                        .map(MatchResult::group)
                        .forEach(named::add);
            }
        }
        named.removeIf(name -> name.startsWith("org.initweights.processor"));
        assertThat(named).contains("org.initweights", "org.initweights.collect");
        return named;
    }

    private static Set<String> exported() throws URISyntaxException {
        Path library = Path.of(Parameters.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        ModuleDescriptor module =
                ModuleFinder.of(library).find("org.initweights").orElseThrow().descriptor();
        return module.exports().stream()
                .filter(exports -> !exports.isQualified() || exports.targets().contains("org.initweights.processor"))
                .map(ModuleDescriptor.Exports::source)
                .collect(Collectors.toSet());
    }
}
