package org.initweights.processor.check;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.initweights.processor.expression.SizeVariable;
import org.initweights.processor.model.ModelSpec;
import org.initweights.processor.model.ParameterSpec;
import org.initweights.processor.model.Place;
import org.initweights.processor.model.Presence;
import org.initweights.processor.model.RuleSpec;
import org.initweights.processor.name.ClassRef;
import org.initweights.processor.name.ListPosition;
import org.initweights.processor.report.Findings;

/** A model that is initialised by itself is in no list, so that nothing in it that is there for certain may need its index. */
public final class IndexOfOutermost {

    private final ModelSpec model;
    private final Function<ClassRef, Optional<String>> users;
    private final Findings findings;

    private IndexOfOutermost(ModelSpec model, Function<ClassRef, Optional<String>> users, Findings findings) {
        this.model = model;
        this.users = users;
        this.findings = findings;
    }

    /**
     * Reports where a model needs its index.
     *
     * @param users finds a class that initialises a model by itself, by the model's generated class
     */
    public static void check(ModelSpec model, Function<ClassRef, Optional<String>> users, Findings findings) {
        new IndexOfOutermost(model, users, findings).check();
    }

    private void check() {
        for (RuleSpec rule : model.rules()) {
            look(rule.initializer().variables(), rule.initializer().place(), rule.display());
        }
        for (ParameterSpec parameter : model.parameters()) {
            if (parameter.presence() instanceof Presence.Always) {
                boolean ofShape = namesIndex(parameter.shape().variables());
                look(
                        parameter.variables(),
                        ofShape
                                ? parameter.shape().place()
                                : parameter.initializer().place(),
                        parameter.name());
            }
        }
    }

    private void look(List<SizeVariable> variables, Place place, String subject) {
        if (namesIndex(variables)) {
            users.apply(model.init()).ifPresent(user -> report(place, subject, user));
        }
    }

    private void report(Place place, String subject, String user) {
        String name = model.name().simpleName();
        findings.error(
                place,
                "IndexOfOutermost",
                subject + ": index is the position of " + name + " in a list, but " + user + " initialises " + name
                        + " by itself, and then no list holds it; give " + name
                        + " a field index, or initialise the model that holds it");
    }

    private static boolean namesIndex(List<SizeVariable> variables) {
        return variables.stream().anyMatch(variable -> variable.source() instanceof ListPosition);
    }
}
