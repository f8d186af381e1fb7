package org.initweights.collect;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import org.initweights.Parameter;
import org.initweights.Parameters;
import org.initweights.internal.derive.Derivations;
import org.initweights.internal.select.AbsentFields;
import org.initweights.internal.select.Binding;

/** What has been collected so far, of a model and all its sub-models together. */
final class Collected {

    private final CollectedParameters parameters = new CollectedParameters();
    private final FoundPlaces places = new FoundPlaces();
    private final UnseenModels unseen = new UnseenModels();
    private final List<RuleScope> rules = new ArrayList<>();
    private final List<Binding> ties = new ArrayList<>();
    private final List<Binding> copies = new ArrayList<>();
    private final Survey survey = new Survey();
    private final AbsentFields absent = new AbsentFields();

    private Collected() {}

    /**
     * The parameters of a model.
     *
     * @param walk the {@code collect} method that was generated for the model's class
     */
    static <M> Parameters of(M model, BiConsumer<? super M, ParameterCollector> walk, Absent absent) {
        Collected first = walk(model, walk, Visits.outermost(absent));
        if (first.ties.isEmpty()) {
            return first.parameters(Map.of());
        }
        // Nothing tied is allocated before it is known what the fields hold.
        Map<String, SharedTensor> shared = first.survey.shared(first.absent.tied(first.ties), first.places);
        return walk(model, walk, Visits.outermost(absent, shared)).parameters(shared);
    }

    private static <M> Collected walk(M model, BiConsumer<? super M, ParameterCollector> walk, Visits visits) {
        Collected collected = new Collected();
        collected.isFirstVisit(Objects.requireNonNull(model, "model is null"), "");
        // A chain of sub-models may be longer than the stack is deep.
        Deque<Step> pending = new ArrayDeque<>(List.of(found -> visits.walked("", model, walk)));
        while (!pending.isEmpty()) {
            List<Step> next = pending.pop().take(collected);
            for (int i = next.size() - 1; i >= 0; i--) {
                pending.push(next.get(i));
            }
        }
        collected.unseen.check(collected.places);
        return collected;
    }

    private Parameters parameters(Map<String, SharedTensor> shared) {
        List<Parameter> found = parameters.inOrder(places, shared.values());
        rules.forEach(scope -> scope.check(found));
        List<Parameter> all = CopiedParameters.of(found, absent.copied(copies, names(found)));
        Derivations.among(all).check();
        return Parameters.of(all);
    }

    private static List<String> names(List<Parameter> parameters) {
        return parameters.stream()
                .flatMap(parameter -> parameter.names().stream())
                .toList();
    }

    /** The parameters. */
    CollectedParameters parameters() {
        return parameters;
    }

    /** What fields hold that may be tied. */
    Survey survey() {
        return survey;
    }

    /** What is not there. */
    AbsentFields absent() {
        return absent;
    }

    /** What fields hold whose types do not tell whether a model is in them. */
    UnseenModels unseen() {
        return unseen;
    }

    /** Takes a tie. */
    void tie(Binding tie) {
        ties.add(tie);
    }

    /** Takes a copy. */
    void copy(Binding copy) {
        copies.add(copy);
    }

    /** Takes the rules of a model, which are looked at again when all parameters have been found. */
    void add(RuleScope scope) {
        rules.add(scope);
    }

    /** Whether a model, or what holds models, is new; what is there twice is taken once, and named by both places. */
    boolean isFirstVisit(Object visit, String path) {
        return places.isNew(visit, path);
    }

    /** One of the things that a model declares. */
    @FunctionalInterface
    interface Step {

        /** Takes it, and says what comes of it before the next. */
        List<Step> take(Collected collected);
    }
}
