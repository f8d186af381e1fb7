package org.initweights.jars;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Each jar carries the licence, and the notices and licences of what others wrote of it. */
class LicenceIT {

    /** What the Javadoc of a class says that follows somebody else's code or publication. */
    private static final Pattern FOLLOWS_OTHERS =
            Pattern.compile("<b>Origin\\.</b>|<b>Changes against (?!the staged)|Copyright|SPDX");

    private static final Pattern LICENCE_FILE = Pattern.compile("META-INF/(licenses/[a-z0-9-]+\\.txt|LICENSE)");

    /** Packages of libraries in a notice: {@code Guava (com.google.common)}. */
    private static final Pattern LIBRARY = Pattern.compile("(?m)^\\S.* \\(([a-z.0-9]+)\\)$");

    private static final String SHADED = "org.initweights.processor.shaded.";

    static Stream<Path> jars() {
        return Stream.concat(
                Arrays.stream(Published.values()).flatMap(module -> Stream.of(module.jar(""), module.jar("-sources"))),
                Stream.of(Published.runnable()));
    }

    @ParameterizedTest
    @MethodSource("jars")
    void hasTheLicenceAndANotice(Path jar) throws IOException {
        Entries entries = Entries.of(jar);

        assertThat(entries.text("META-INF/LICENSE")).isEqualTo(Files.readString(Published.ROOT.resolve("LICENSE")));
        assertThat(entries.text("META-INF/NOTICE")).startsWith("InitWeights").contains("Copyright 2026");
        assertThat(entries.files().keySet())
                .filteredOn(name -> name.toLowerCase(java.util.Locale.ROOT).matches(".*(license|notice|licence).*"))
                .allMatch(name -> name.matches("META-INF/(LICENSE|NOTICE|licenses/.*)"));
    }

    /** Which texts of licences are there, and which the notice names. */
    @ParameterizedTest
    @MethodSource("jars")
    void hasTheTextsThatTheNoticeNames(Path jar) {
        Entries entries = Entries.of(jar);
        List<String> named = LICENCE_FILE
                .matcher(entries.text("META-INF/NOTICE"))
                .results()
                .map(MatchResult::group)
                .distinct()
                .toList();

        assertThat(entries.files().keySet()).containsAll(named);
        assertThat(named).containsAll(entries.names("META-INF/licenses/", ""));
        assertThat(entries.names("META-INF/licenses/", ""))
                .allSatisfy(name -> assertThat(entries.text(name)).containsIgnoringCase("copyright"));
    }

    /** Every class of a jar is ours, or of a library that the notice names; and each library that it names is there. */
    @ParameterizedTest
    @MethodSource("jars")
    void namesTheLibrariesInTheJar(Path jar) {
        Entries entries = Entries.of(jar);
        List<String> libraries = LIBRARY.matcher(entries.text("META-INF/NOTICE"))
                .results()
                .map(result -> result.group(1))
                .filter(name -> !name.startsWith("draw."))
                .toList();
        List<String> foreign = entries.classes().stream()
                .filter(name -> !name.startsWith("org.initweights.") || name.startsWith(SHADED))
                .map(LicenceIT::original)
                .toList();

        assertThat(foreign).allMatch(name -> libraries.stream().anyMatch(library -> name.startsWith(library + ".")));
        if (jar.equals(Published.PROCESSOR.jar("")) || jar.equals(Published.runnable())) {
            assertThat(libraries)
                    .isNotEmpty()
                    .allSatisfy(library -> assertThat(foreign).anyMatch(name -> name.startsWith(library + ".")));
        }
    }

    @Test
    void thereAreLibrariesInTwoJars() {
        assertThat(Entries.of(Published.PROCESSOR.jar("")).text("META-INF/NOTICE"))
                .contains("JavaPoet", "Auto Common", "Guava");
        assertThat(Entries.of(Published.runnable()).text("META-INF/NOTICE"))
                .contains(
                        "InitWeights command line", "picocli", "InitWeights core", "Arm Limited", "Stephen L. Moshier");
    }

    /** Whoever ports another routine has to name it in the notice: its class, or the package if all of it is of one origin. */
    @ParameterizedTest
    @EnumSource
    void namesEachClassThatFollowsOthers(Published module) {
        Entries sources = Entries.of(module.jar("-sources"));
        String notice = sources.text("META-INF/NOTICE");

        assertThat(sources.names("", ".java").stream()
                        .filter(name ->
                                FOLLOWS_OTHERS.matcher(sources.text(name)).find()))
                .allSatisfy(name -> assertThat(
                                Pattern.compile(named(name)).matcher(notice).find())
                        .describedAs("the notice names %s", name)
                        .isTrue());
    }

    /** And what the notice names is there. */
    @Test
    void namesOnlyClassesThatAreThere() {
        Entries core = Entries.of(Published.CORE.jar(""));
        List<String> named = Pattern.compile("\\b(draw|random|kernel|linear|numeric|start)\\.[a-z.]*[A-Za-z0-9]+")
                .matcher(core.text("META-INF/NOTICE"))
                .results()
                .map(MatchResult::group)
                .filter(name -> !name.endsWith(".py"))
                .toList();

        assertThat(named).hasSizeGreaterThan(15);
        assertThat(named)
                .allSatisfy(name -> assertThat(core.files().keySet())
                        .anyMatch(file ->
                                file.matches("org/initweights/internal/" + name.replace('.', '/') + "(\\.class|/.*)")));
    }

    /** {@code a/internal/draw/jax/Erf.java}: {@code draw.jax.Erf}, or {@code draw.jax} by itself. */
    private static String named(String file) {
        String inside = file.replaceFirst(".*/internal/", "")
                .replaceFirst("\\.java$", "")
                .replace('/', '.');
        String outer = inside.contains(".") ? inside.substring(0, inside.lastIndexOf('.')) : inside;
        return Pattern.quote(inside) + "\\b|" + Pattern.quote(outer) + "[,)]";
    }

    /** The name that a class of a library had before it was moved into the jar. */
    private static String original(String name) {
        if (!name.startsWith(SHADED)) {
            return name;
        }
        String inside = name.substring(SHADED.length());
        return inside.startsWith("javapoet.") ? "com.palantir." + inside : "com." + inside;
    }
}
