package org.initweights.benchmarks.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/** Bars of million elements a second on the newest JDK: each distribution by us and by each peer, and memory's limit. */
final class SpeedChart {

    private record Bar(String label, double score, String style) {}

    private static final int WIDTH = 760;
    private static final int LEFT = 150;
    private static final int RIGHT = 90;
    private static final int BAR = 20;
    private static final int GROUP = 36;
    private static final int TOP = 56;

    private final Results results;
    private final int java;

    SpeedChart(Results results) {
        this.results = results;
        this.java = results.javas().get(results.javas().size() - 1);
    }

    String title() {
        return "64 million floats on JDK " + java + ", million a second";
    }

    String svg() {
        double limit = Math.max(
                1,
                Stream.concat(
                                results.score(Drawn.LIMIT, java).stream().boxed(),
                                groups().flatMap(drawn -> bars(drawn).stream()).map(Bar::score))
                        .max(Comparator.naturalOrder())
                        .orElse(1.0));
        double scale = (WIDTH - LEFT - RIGHT) / limit;
        StringBuilder body = new StringBuilder();
        int y = TOP;
        for (Drawn drawn : groups().toList()) {
            body.append(SvgText.heading(0, y + 14, drawn.label()));
            y += GROUP - 12;
            for (Bar bar : bars(drawn)) {
                body.append(SvgText.bar(LEFT, y, scale * bar.score(), BAR - 5, bar.style()))
                        .append(SvgText.label(LEFT - 8, y + 12, bar.label()))
                        .append(SvgText.value(LEFT + scale * bar.score() + 6, y + 12, Math.round(bar.score())));
                y += BAR;
            }
            y += GROUP / 2;
        }
        OptionalDouble fill = results.score(Drawn.LIMIT, java);
        if (fill.isPresent()) {
            body.append(SvgText.limit(
                    LEFT + scale * fill.getAsDouble(), TOP - 4, y, "Arrays.fill " + Math.round(fill.getAsDouble())));
        }
        return SvgText.document(WIDTH, y, title(), body);
    }

    private Stream<Drawn> groups() {
        return Stream.of(Drawn.values()).filter(Drawn::isDistribution);
    }

    private List<Bar> bars(Drawn drawn) {
        List<Bar> bars = new ArrayList<>();
        results.score(drawn.benchmark(), java).ifPresent(score -> bars.add(new Bar("InitWeights", score, "ours")));
        results.score(drawn.benchmarkByVectors(), java)
                .ifPresent(score -> bars.add(new Bar("with Vector API", score, "ours")));
        for (Peer peer : Peer.values()) {
            results.score(drawn.benchmark(peer), java)
                    .ifPresent(score -> bars.add(new Bar(peer.label(), score, "peer")));
        }
        return bars;
    }
}
