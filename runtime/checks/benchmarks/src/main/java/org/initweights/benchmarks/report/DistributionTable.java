package org.initweights.benchmarks.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/** How many elements a second we draw, and how many times as fast as each peer that is. */
final class DistributionTable {

    private final Results results;
    private final List<Integer> javas;
    private final List<Peer> peers;

    DistributionTable(Results results) {
        this.results = results;
        this.javas = results.javas();
        this.peers = Stream.of(Peer.values()).filter(this::isMeasured).toList();
    }

    private boolean isMeasured(Peer peer) {
        return Stream.of(Drawn.values())
                .anyMatch(drawn -> javas.stream()
                        .anyMatch(java ->
                                results.score(drawn.benchmark(peer), java).isPresent()));
    }

    Markdown markdown() {
        List<String> head = new ArrayList<>(
                List.of("64 million floats, JDK " + Cell.of(javas), "million a second", "of `Arrays.fill`"));
        peers.forEach(peer -> head.add("× " + peer.label()));
        return new Markdown(
                head,
                Stream.concat(Stream.of(limit()), Stream.of(Drawn.values()).map(this::row))
                        .toList());
    }

    private List<String> limit() {
        List<String> cells = new ArrayList<>(Collections.nCopies(3 + peers.size(), ""));
        cells.set(0, "`Arrays.fill`, the limit");
        cells.set(1, Cell.of(javas, java -> results.score(Drawn.LIMIT, java)));
        return cells;
    }

    private List<String> row(Drawn drawn) {
        List<String> cells = new ArrayList<>();
        cells.add(drawn.label());
        cells.add(Cell.of(javas, java -> results.score(drawn.benchmark(), java)));
        cells.add(Cell.ofPercents(
                javas, java -> results.score(drawn.benchmark(), java), java -> results.score(Drawn.LIMIT, java)));
        for (Peer peer : peers) {
            cells.add(Cell.ofRatios(
                    javas,
                    java -> results.score(drawn.benchmark(), java),
                    java -> results.score(drawn.benchmark(peer), java)));
        }
        return cells;
    }
}
