package org.initweights.processor.read;

import java.util.HashMap;
import java.util.Map;
import org.initweights.processor.report.Findings;
import org.initweights.processor.report.Lint;

/** The numbers that the initializers of a class leave out and take from the model: each means one thing there. */
final class SharedNumbers {

    private final Map<String, Taken> first = new HashMap<>();
    private final Findings findings;

    /** A number that an initializer of a field takes as something. */
    private record Taken(String field, InitializerUse use, String meaning) {}

    SharedNumbers(Findings findings) {
        this.findings = findings;
    }

    /**
     * Looks at an initializer.
     *
     * @param meanings the numbers that it takes from the model, and what it says that they are; empty where it says nothing
     */
    void look(String field, InitializerUse use, Map<String, String> meanings) {
        meanings.forEach((name, meaning) -> {
            if (!meaning.isEmpty()) {
                Taken taken = new Taken(field, use, meaning);
                Taken other = first.putIfAbsent(name, taken);
                if (other != null && !other.meaning.equals(meaning)) {
                    report(name, taken, other);
                }
            }
        });
    }

    private void report(String name, Taken taken, Taken other) {
        findings.lint(
                Lint.SHARED_NUMBER,
                taken.use.place(),
                taken.field + ": " + taken.use.display() + " takes " + name + " of the model as " + taken.meaning
                        + ", and "
                        + other.use.display() + " of " + other.field + " takes it as " + other.meaning
                        + "; give one of them its own, " + name + " = …");
    }
}
