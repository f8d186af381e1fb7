package org.initweights.benchmarks.report;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/** How long orthogonal matrices, a whole model and the smallest parameter take. */
final class CostTable {

    private final Results results;
    private final List<Integer> javas;

    CostTable(Results results) {
        this.results = results;
        this.javas = results.javas();
    }

    Markdown markdown() {
        return new Markdown(
                List.of("JDK " + Cell.of(javas), "ours", "beside", "ratio"),
                Stream.of(
                                orthogonal("1024"),
                                orthogonal("4096"),
                                gpt2(),
                                List.of(
                                        "a bias of 64 elements, µs",
                                        time("ModelBenchmark.biasOf64Elements", 1),
                                        "",
                                        ""))
                        .toList());
    }

    private List<String> orthogonal(String size) {
        Map<String, String> parameters = Map.of("size", size);
        String ours = "OrthogonalBenchmark.orthogonal";
        String pytorch = ours + "ByPyTorch";
        return List.of(
                "orthogonal " + size + " × " + size + ", ms; beside PyTorch (LAPACK)",
                Cell.of(javas, java -> results.score(ours, parameters, java)),
                Cell.of(javas, java -> results.score(pytorch, parameters, java)),
                Cell.ofRatios(
                        javas,
                        java -> results.score(ours, parameters, java),
                        java -> results.score(pytorch, parameters, java)));
    }

    private List<String> gpt2() {
        String initialized = "ModelBenchmark.gpt2Initialized";
        String touched = "ModelBenchmark.gpt2AllocatedAndTouched";
        return List.of(
                "GPT-2 small (124 million) from null fields, ms; beside allocating and touching its arrays",
                time(initialized, 1000),
                time(touched, 1000),
                Cell.ofRatios(javas, java -> results.score(initialized, java), java -> results.score(touched, java)));
    }

    private String time(String benchmark, double unit) {
        return Cell.of(javas, java -> {
            OptionalDouble micros = results.score(benchmark, java);
            return micros.isPresent() ? OptionalDouble.of(micros.getAsDouble() / unit) : micros;
        });
    }
}
