package org.initweights.jars;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The files in a jar, by their names.
 *
 * @param times when each was last changed, as the zip file says it
 */
record Entries(Path jar, Map<String, byte[]> files, Map<String, Long> times) {

    static Entries of(Path jar) {
        Map<String, byte[]> files = new TreeMap<>();
        Map<String, Long> times = new TreeMap<>();
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            for (ZipEntry entry : zip.stream().map(ZipEntry.class::cast).toList()) {
                times.put(entry.getName(), entry.getTimeLocal().toEpochSecond(java.time.ZoneOffset.UTC));
                if (!entry.isDirectory()
                        && files.put(entry.getName(), zip.getInputStream(entry).readAllBytes()) != null) {
                    throw new AssertionError(jar + " has " + entry.getName() + " twice");
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(jar + " cannot be read", e);
        }
        return new Entries(jar, files, times);
    }

    String text(String name) {
        byte[] bytes = files.get(name);
        if (bytes == null) {
            throw new AssertionError(jar + " has no " + name);
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** The names of files that begin and end so. */
    List<String> names(String start, String end) {
        return files.keySet().stream()
                .filter(name -> name.startsWith(start) && name.endsWith(end))
                .toList();
    }

    /** The names of classes, as {@code Class.getName()} gives them. */
    List<String> classes() {
        return names("", ".class").stream()
                .filter(name -> !name.endsWith("module-info.class"))
                .map(name ->
                        name.substring(0, name.length() - ".class".length()).replace('/', '.'))
                .toList();
    }
}
