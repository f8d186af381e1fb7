package org.initweights.processor.random;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.initweights.processor.random.Trial.Accepted;
import org.initweights.processor.random.Trial.Failed;
import org.initweights.processor.random.Trial.Outcome;
import org.initweights.processor.random.Trial.Refused;
import org.junit.jupiter.api.Test;

/**
 * Random models, valid and invalid: the processor never fails itself, what it accepts compiles without a warning, runs, and gives
 * values of the fills that it says; what it refuses has an error in the model.
 *
 * <p>{@code -Dinitweights.random.seed=…} and {@code -Dinitweights.random.models=…} choose others; the model of number <i>n</i> is
 * that of the seed + <i>n</i>.
 */
class RandomModelTest {

    private static final int BATCH = 40;

    private final Map<String, Integer> counts = new TreeMap<>();

    @Test
    void areRefusedClearlyOrInitialisedRightly() {
        int models = Integer.getInteger("initweights.random.models", 400);
        long seed = seed();
        System.out.println("Random models: " + models + " from the seed " + seed);
        for (int from = 0; from < models; from += BATCH) {
            check(seed + from, Math.min(BATCH, models - from));
        }
        System.out.println("Random models: " + counts);
        assertThat(counts.get("Accepted")).isGreaterThan(models / 4);
        assertThat(counts.get("Refused")).isGreaterThan(models / 10);
    }

    /** Fixed, unless another is asked for or {@code fresh}, a new one each time. */
    static long seed() {
        String seed = System.getProperty("initweights.random.seed", "");
        return seed.isEmpty() ? 1 : seed.equals("fresh") ? System.nanoTime() : Long.parseLong(seed);
    }

    private void check(long seed, int models) {
        Map<String, Piece> pieces = new LinkedHashMap<>();
        Map<String, String> sources = new LinkedHashMap<>();
        for (int i = 0; i < models; i++) {
            String name = "M" + i;
            pieces.put(name, new ModelGenerator(seed + i, name).model());
            sources.put(name, pieces.get(name).text());
        }
        Map<String, Outcome> outcomes = Trial.of(sources);
        outcomes.forEach((name, outcome) -> {
            counts.merge(outcome.getClass().getSimpleName(), 1, Integer::sum);
            if (outcome instanceof Failed failed) {
                report(seed + Long.parseLong(name.substring(1)), name, pieces.get(name), failed);
            }
        });
        assertThat(outcomes).containsOnlyKeys(sources.keySet());
    }

    private static void report(long seed, String name, Piece model, Failed failed) {
        System.out.println("The model of the seed " + seed + " fails, " + failed.kind() + ": " + failed.details());
        Piece small = new Reducer(piece -> kindOf(name, piece).equals(failed.kind())).reduce(model);
        throw new AssertionError("the model of the seed " + seed + " fails, " + failed.kind() + ": " + failed.details()
                + "\n" + Trial.of(Map.of(name, small.text())).get(name) + "\n" + small.text());
    }

    private static String kindOf(String name, Piece model) {
        Outcome outcome = Trial.of(Map.of(name, model.text())).get(name);
        return outcome instanceof Failed failed ? failed.kind() : "";
    }

    @Test
    void aTrialTellsWhatIsRight() {
        String right =
                "package random; import org.initweights.annotation.*; class Right { @Shape(3) @Ones float[] w; }";
        String wrong = "package random; import org.initweights.annotation.*; class Wrong { @Shape(3) @Eye float[] w; }";
        String java = "package random; class Java { int missing() { } }";
        Map<String, Outcome> outcomes = Trial.of(Map.of("Right", right, "Wrong", wrong));
        assertThat(outcomes.get("Right")).isInstanceOf(Accepted.class);
        assertThat(outcomes.get("Wrong")).isInstanceOf(Refused.class);
        assertThat(Trial.of(Map.of("Java", java)).get("Java")).isInstanceOf(Failed.class);
    }
}
