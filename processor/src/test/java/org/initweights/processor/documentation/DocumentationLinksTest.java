package org.initweights.processor.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Links between the pages, and from them to files, lead somewhere. */
class DocumentationLinksTest {

    static List<Page> pages() {
        return Page.all();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void leadToFilesAndHeadingsThatAreThere(Page page) {
        assertThat(page.links())
                .allSatisfy(link -> assertThat(problem(page, link)).isEmpty());
    }

    @Test
    void reachEveryPageFromTheIndex() {
        Page index = Page.read(Page.ROOT.resolve("runtime/docs/README.md"));
        assertThat(index.links().stream().map(link -> target(index, link)))
                .containsAll(Page.all().stream()
                        .map(Page::file)
                        .filter(file ->
                                file.startsWith(Page.ROOT.resolve("runtime/docs")) && !file.equals(index.file()))
                        .toList());
    }

    @Test
    void areSeenWhereTheyAreBroken() {
        Page page = new Page(Page.ROOT.resolve("README.md"), """
                # A heading, with `code`
                [good](runtime/docs/README.md), [good](#a-heading-with-code), [elsewhere](https://example.org/none)
                [no file](runtime/docs/none.md), [no heading](#none), [no heading there](runtime/docs/README.md#none)
                ```
                [code](none.md)
                ```
                """);
        assertThat(page.links().stream().flatMap(link -> problem(page, link).stream()))
                .containsExactly(
                        "there is no runtime/docs/none.md",
                        "README.md has no heading #none",
                        "runtime/docs/README.md has no heading #none");
    }

    private static List<String> problem(Page page, String link) {
        Path target = target(page, link);
        if (!Files.exists(target)) {
            return List.of("there is no " + Page.ROOT.relativize(target));
        }
        int hash = link.indexOf('#');
        Stream<Page> headed =
                target.equals(page.file()) ? Stream.of(page) : Stream.of(target).map(Page::read);
        return hash < 0
                ? List.of()
                : headed.filter(other -> !other.anchors().contains(decoded(link.substring(hash + 1))))
                        .map(other -> other + " has no heading " + link.substring(hash))
                        .toList();
    }

    /** The file or folder that a link leads to, without the heading. */
    private static Path target(Page page, String link) {
        String path = decoded(link.replaceFirst("#.*", ""));
        return path.isEmpty() ? page.file() : page.file().resolveSibling(path).normalize();
    }

    private static String decoded(String part) {
        return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
