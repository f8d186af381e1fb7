package org.initweights.benchmarks.report;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** What rules add, and how long orthogonal matrices, a whole model and the smallest parameter take. */
final class CostTable {

    private final Results results;
    private final List<Integer> javas;

    CostTable(Results results) {
        this.results = results;
        this.javas = results.javas();
    }

    Markdown markdown() {
        String initialized = "ModelBenchmark.gpt2Initialized";
        String byVectors = initialized + "ByVectors";
        String touched = "ModelBenchmark.gpt2AllocatedAndTouched";
        return new Markdown(
                List.of("time, JDK " + Cell.of(javas), "ours", "beside", "ratio"),
                List.of(
                        rule("Kaiming uniform, beside the bare uniform", "KAIMING_UNIFORM"),
                        rule("Xavier normal, beside the bare normal", "XAVIER_NORMAL"),
                        orthogonal("1024"),
                        orthogonal("4096"),
                        List.of(
                                "GPT-2 small (124 million) from null fields, ms; beside allocating and touching its arrays",
                                milliseconds(initialized),
                                milliseconds(touched),
                                ratio(initialized, touched, Map.of())),
                        List.of(
                                "the same with the Vector API, ms",
                                milliseconds(byVectors),
                                milliseconds(touched),
                                ratio(byVectors, touched, Map.of())),
                        List.of(
                                "a bias of 64 elements, µs",
                                score("ModelBenchmark.biasOf64Elements", Map.of()),
                                "",
                                "")));
    }

    /** Only the ratio: the counters add up whatever an iteration had time for. */
    private List<String> rule(String label, String rule) {
        String benchmark = "RuleBenchmark.inTurns";
        return List.of(label, "", "", ratio(benchmark + ":ruled", benchmark + ":bare", Map.of("rule", rule)));
    }

    private List<String> orthogonal(String size) {
        Map<String, String> parameters = Map.of("size", size);
        String ours = "OrthogonalBenchmark.orthogonal";
        String pytorch = ours + "ByPyTorch";
        return List.of(
                "orthogonal " + size + " × " + size + ", ms; beside PyTorch (LAPACK)",
                score(ours, parameters),
                score(pytorch, parameters),
                ratio(ours, pytorch, parameters));
    }

    private String score(String benchmark, Map<String, String> parameters) {
        return Cell.of(javas, java -> results.score(benchmark, parameters, java));
    }

    private String milliseconds(String benchmark) {
        return Cell.of(javas, java -> {
            OptionalDouble micros = results.score(benchmark, java);
            return micros.isPresent() ? OptionalDouble.of(micros.getAsDouble() / 1000) : micros;
        });
    }

    private String ratio(String of, String over, Map<String, String> parameters) {
        return Cell.ofRatios(
                javas, java -> results.score(of, parameters, java), java -> results.score(over, parameters, java));
    }
}
