package org.initweights.processor.report;

import com.sun.source.tree.CompilationUnitTree;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import javax.annotation.processing.Messager;
import javax.annotation.processing.ProcessingEnvironment;
import javax.tools.Diagnostic;

/** Prints messages where they belong, those of one file in the order of its lines. */
public final class Printer {

    private final Messager messager;
    private final Optional<SourceText> sources;
    private final List<Message> messages = new ArrayList<>();

    public Printer(ProcessingEnvironment environment) {
        this.messager = environment.getMessager();
        this.sources = SourceText.of(environment);
    }

    /**
     * Keeps a message until all are known.
     *
     * @param offset where in a string it belongs; negative for the whole of the place
     */
    void print(Diagnostic.Kind kind, String message, SourcePlace place, int offset) {
        Optional<SourceText.Spot> spot = sources.flatMap(source -> source.find(place, offset));
        messages.add(new Message(kind, message, place, spot));
    }

    /** Prints what was kept. */
    public void flush() {
        for (Message message : merged(sorted())) {
            if (message.spot.flatMap(SourceText.Spot::exact).isPresent()) {
                sources.orElseThrow().print(message.kind, message.text, message.spot.get());
            } else {
                messager.printMessage(
                        message.kind,
                        message.text,
                        message.place.element(),
                        message.place.annotation(),
                        message.place.value());
            }
        }
        messages.clear();
    }

    /** Notes stay behind the message that they belong to. */
    private List<Message> sorted() {
        IdentityHashMap<CompilationUnitTree, Integer> files = new IdentityHashMap<>();
        List<List<Message>> groups = new ArrayList<>();
        for (Message message : messages) {
            message.spot.ifPresent(spot -> files.putIfAbsent(spot.file(), files.size()));
            if (message.kind == Diagnostic.Kind.NOTE && !groups.isEmpty()) {
                groups.get(groups.size() - 1).add(message);
            } else {
                groups.add(new ArrayList<>(List.of(message)));
            }
        }
        groups.sort(
                Comparator.comparingInt((List<Message> group) -> group.get(0).file(files))
                        .thenComparingLong(group -> group.get(0).position()));
        return groups.stream().flatMap(List::stream).toList();
    }

    /** What is wrong with an annotation that several fields share is said once. */
    private static List<Message> merged(List<Message> sorted) {
        List<Message> merged = new ArrayList<>();
        for (Message message : sorted) {
            int last = merged.size() - 1;
            if (last >= 0 && merged.get(last).saysTheSameAs(message)) {
                merged.set(last, merged.get(last).with(message));
            } else {
                merged.add(message);
            }
        }
        return merged;
    }

    private record Message(Diagnostic.Kind kind, String text, SourcePlace place, Optional<SourceText.Spot> spot) {

        /** Behind the name of what it is about. */
        private static final String COLON = ": ";

        int file(IdentityHashMap<CompilationUnitTree, Integer> files) {
            return spot.map(found -> files.getOrDefault(found.file(), 0)).orElse(0);
        }

        long position() {
            return spot.map(SourceText.Spot::position).orElse(0L);
        }

        boolean saysTheSameAs(Message other) {
            return kind == other.kind
                    && text.contains(COLON)
                    && other.text.contains(COLON)
                    && problem().equals(other.problem())
                    && spot.isPresent()
                    && spot.map(SourceText.Spot::position).equals(other.spot.map(SourceText.Spot::position))
                    && spot.get().file() == other.spot.orElseThrow().file()
                    && !place.element().equals(other.place.element());
        }

        Message with(Message other) {
            return new Message(kind, name() + ", " + other.name() + COLON + problem(), place, spot);
        }

        private String name() {
            return text.substring(0, text.indexOf(COLON));
        }

        private String problem() {
            return text.substring(text.indexOf(COLON) + COLON.length());
        }
    }
}
