package org.initweights.processor.random;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Programs of several files as one text, so that they can be made smaller as models are; and as the files of a folder. */
final class SourceFolder {

    private static final String FILE = "//// ";

    private SourceFolder() {}

    /** The line before the text of a file. */
    static String file(String path) {
        return FILE + path + "\n";
    }

    /** Writes the files of some programs, and with {@code module} one module around them. */
    static List<Path> write(Path folder, Collection<String> programs, boolean module) {
        List<Path> files = new ArrayList<>();
        Set<String> packages = new LinkedHashSet<>();
        for (String program : programs) {
            for (String part : program.split("(?m)^" + FILE, -1)) {
                int end = part.indexOf('\n');
                String path = part.substring(0, Math.max(0, end));
                if (path.endsWith(".java")) {
                    files.add(write(folder.resolve(path), part.substring(end + 1)));
                    packages.add(path.substring(0, path.lastIndexOf('/')).replace('/', '.'));
                }
            }
        }
        if (module) {
            StringBuilder declaration = new StringBuilder("module hostile {\n    requires org.initweights;\n");
            packages.forEach(
                    name -> declaration.append("    exports ").append(name).append(";\n"));
            files.add(write(
                    folder.resolve("module-info.java"),
                    declaration.append("}\n").toString()));
        }
        return files;
    }

    private static Path write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            return Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
