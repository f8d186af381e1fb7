package org.initweights.processor.documentation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A page that people read: the README, one of {@code runtime/docs}, or one of {@code .github}. */
public record Page(Path file, String text) {

    /** The repository's folder, seen from this module's. */
    static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    private static final Pattern FENCE = Pattern.compile("(?ms)^ *```.*?^ *```");
    private static final Pattern HEADING = Pattern.compile("(?m)^#+ +(.*?) *#* *$");
    private static final Pattern LINK = Pattern.compile("\\[[^\\]\\[]*]\\(([^)\\s]+)\\)");

    /** Every page there is. */
    public static List<Page> all() {
        return Stream.of("README.md", "runtime/docs", ".github", "processor/ksp/README.md")
                .map(ROOT::resolve)
                .flatMap(Page::markdown)
                .map(Page::read)
                .toList();
    }

    private static Stream<Path> markdown(Path place) {
        try (Stream<Path> files = Files.walk(place)) {
            return files.filter(file -> file.toString().endsWith(".md")).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Page read(Path file) {
        try {
            return new Page(file, Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where the links of the page lead, without those to other sites. */
    List<String> links() {
        return LINK.matcher(prose())
                .results()
                .map(link -> link.group(1))
                .filter(link -> !link.matches("[a-z]+:.*"))
                .toList();
    }

    /** What may stand behind {@code #} in a link to this page, made of its headings as GitHub makes it. */
    List<String> anchors() {
        List<String> anchors = new ArrayList<>();
        for (MatchResult heading : HEADING.matcher(prose()).results().toList()) {
            String anchor = heading.group(1)
                    .toLowerCase(Locale.ROOT)
                    .replaceAll("\\[([^\\]]*)]\\([^)]*\\)", "$1")
                    .replaceAll("[^\\p{L}\\p{N}_ -]", "")
                    .replace(' ', '-');
            long before = anchors.stream().filter(anchor::equals).count();
            anchors.add(anchor);
            if (before > 0) {
                anchors.add(anchor + "-" + before);
            }
        }
        return anchors;
    }

    /** The page without its blocks of code. */
    private String prose() {
        return FENCE.matcher(text).replaceAll("");
    }

    @Override
    public String toString() {
        return ROOT.relativize(file).toString();
    }
}
