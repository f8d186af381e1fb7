package org.initweights.processor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Several source files in one text, each under a comment with its path: {@code // a/Net.java}. */
final class Sources {

    private static final Pattern FILE = Pattern.compile("(?m)^// (\\S+\\.java)\n");
    private static final String IMPORTS = "import org.initweights.*; import org.initweights.annotation.*;\n";

    private Sources() {}

    /** What javac says of the files, all warnings included. */
    static List<String> diagnostics(Path folder, String text) throws IOException {
        Path output = Files.createTempDirectory(folder, "out");
        List<Fixture> sources = new ArrayList<>();
        Matcher file = FILE.matcher(text);
        int start = -1;
        String name = "";
        while (file.find()) {
            if (start >= 0) {
                sources.add(source(output, name, text.substring(start, file.start())));
            }
            start = file.end();
            name = file.group(1);
        }
        sources.add(source(output, name, text.substring(start)));
        return FileCompiler.javac("-Xlint:-processing").compile(output, sources).diagnostics().stream()
                .map(diagnostic -> diagnostic.getMessage(Locale.ROOT))
                .toList();
    }

    private static Fixture source(Path folder, String name, String content) throws IOException {
        Path home = Files.createDirectories(folder.resolve("src").resolve(name.substring(0, name.indexOf('/'))));
        String simple = Path.of(name).getFileName().toString().replace(".java", "");
        int end = content.indexOf(';') + 2;
        return Fixture.write(home, simple, content.substring(0, end) + IMPORTS + content.substring(end));
    }
}
