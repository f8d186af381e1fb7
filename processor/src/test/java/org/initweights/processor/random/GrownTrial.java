package org.initweights.processor.random;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.initweights.processor.random.HostileTrial.Unjudged;
import org.initweights.processor.random.Trial.Failed;
import org.initweights.processor.random.Trial.Outcome;

/**
 * Compiles programs of {@link GrownProgram} with the processor, and runs those that it accepts. What the processor says is about a field
 * that the program's notes name, and at it.
 */
final class GrownTrial {

    private static final Pattern FIELD = Pattern.compile("^(?:[\\w.]+[.])?(f\\d+)\\b");

    private final SomeCompiler compiler;
    private final Path folder;

    /**
     * @param folder an empty folder
     */
    GrownTrial(SomeCompiler compiler, Path folder) {
        this.compiler = compiler;
        this.folder = folder;
    }

    /** What comes of each of some programs, by the name of the package around it. */
    Map<String, Outcome> of(Map<String, String> programs) {
        Path output = folder.resolve("output");
        List<Path> sources = SourceFolder.write(folder.resolve("sources"), programs.values(), false);
        Map<String, GrownNotes> notes = new HashMap<>();
        Map<String, Set<String>> said = new HashMap<>();
        programs.forEach((name, text) -> {
            notes.put(name, GrownNotes.of(text));
            said.put(name, new HashSet<>());
        });
        Map<String, Outcome> outcomes = new LinkedHashMap<>();
        Judge judge = new Judge(programs.keySet(), output);
        for (Message message : compiler.compile(sources, output, false)) {
            String name = judge.program(message);
            judge.outcome(message).ifPresent(found -> outcomes.merge(name, found, Judge::worse));
            if (Judge.isOurs(message)) {
                Optional<String> field = field(message);
                field.ifPresent(said.get(name)::add);
                if (field.filter(notes.get(name).said()::contains).isEmpty()) {
                    outcomes.merge(name, new Failed("said" + Judge.kind(message.text()), message.text()), Judge::worse);
                }
            }
        }
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {output.toUri().toURL()})) {
            boolean compiled = outcomes.isEmpty();
            programs.keySet()
                    .forEach(name -> outcomes.computeIfAbsent(
                            name,
                            added -> compiled
                                    ? new GrownRun(name, notes.get(name), said.get(name), loader).outcome()
                                    : new Unjudged()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return outcomes;
    }

    private static Optional<String> field(Message message) {
        Matcher matcher = FIELD.matcher(message.text().replaceFirst("^\\[\\w+] ", ""));
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}
