package org.initweights.processor.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Types;
import org.initweights.InitializationException;
import org.initweights.TensorShape;
import org.initweights.annotation.InitRule;
import org.initweights.annotation.InitRules;
import org.initweights.internal.select.NamePattern;
import org.initweights.internal.select.SelectionRule;
import org.initweights.processor.model.InitializerSpec;
import org.initweights.processor.model.ParameterSpec;
import org.initweights.processor.model.RuleSpec;
import org.initweights.processor.read.FoundParameters.FoundParameter;
import org.initweights.processor.report.AnnotationWords;
import org.initweights.processor.report.Findings;

/** Reads {@code @InitRule}, and finds out for which parameters of the sub-models each rule wins. */
final class RuleReader {

    private static final String HINT =
            "; type is the class that holds the parameter, param its name there or its whole name in this model";

    private final AnnotationFinder annotations;
    private final InitializerReader initializers;
    private final MemberScope scope;
    private final Reach reach;
    private final Mentions mentions;
    private final Types types;
    private final Findings findings;

    RuleReader(
            AnnotationFinder annotations,
            InitializerReader initializers,
            MemberScope scope,
            Reach reach,
            Mentions mentions,
            Types types,
            Findings findings) {
        this.annotations = annotations;
        this.initializers = initializers;
        this.scope = scope;
        this.reach = reach;
        this.mentions = mentions;
        this.types = types;
        this.findings = findings;
    }

    /** The rules of a model, given what its sub-models have, and what of that is tied or copied. */
    List<RuleSpec> read(TypeElement model, FoundParameters found, BoundParameters bound) {
        List<ReadRule> rules = annotations.repeated(model, InitRule.class, InitRules.class).stream()
                .flatMap(view -> rule(view, found).stream())
                .toList();
        RuleContest contest = new RuleContest(rules, types, findings);
        for (FoundParameter parameter : found.parameters()) {
            if (!bound.isSettled(parameter)) {
                contest.decide(bound.with(parameter)).ifPresent(rule -> checkFits(rule, parameter));
            }
        }
        contest.end(found, HINT);
        List<RuleSpec> specs = new ArrayList<>();
        for (int i = 0; i < rules.size(); i++) {
            specs.add(spec(rules.get(i), contest.wins(i), contest.mayWin(i)));
        }
        return specs;
    }

    private static RuleSpec spec(ReadRule read, List<String> wins, List<String> mayWin) {
        AnnotationView view = read.view();
        return new RuleSpec(
                view.display(),
                TypeShapes.name(TypeShapes.declared(read.target().rule().type()).orElseThrow()),
                view.string("param"),
                view.integer("rank"),
                read.use().written().type().getSimpleName().toString(),
                read.initializer(),
                read.target().rule().priority(),
                read.target().rule().optional(),
                wins,
                mayWin);
    }

    private Optional<ReadRule> rule(AnnotationView view, FoundParameters found) {
        Optional<TypeElement> use = TypeShapes.declared(view.type("use"));
        List<InitializerUse> named = use.map(annotation -> annotations.initializersOf(view, annotation))
                .orElse(List.of());
        boolean ofRows = named.stream()
                .flatMap(initializer -> initializer.chain().stream())
                .anyMatch(annotation -> !annotations.slices(annotation.type()).isEmpty());
        if (named.size() != 1 || ofRows) {
            findings.error(
                    view.place("use"),
                    "NoInitializer",
                    view.display() + ": "
                            + use.map(type -> type.getSimpleName().toString()).orElse("that")
                            + " is no annotation that stands for one initializer of a whole parameter");
            return Optional.empty();
        }
        Optional<TypeElement> type = TypeShapes.declared(view.type("type"));
        if (type.isEmpty()) {
            findings.error(
                    view.place("type"),
                    "RuleMatchesNothing",
                    view.display() + " matches no parameter of a sub-model" + HINT);
            return Optional.empty();
        }
        mentions.name(type.get());
        Optional<Reach.Barrier> barrier = reach.before(type.get());
        if (barrier.isPresent()) {
            findings.error(
                    view.place("type"),
                    "Unreachable",
                    view.display() + ": it is for " + barrier.get().words());
            return Optional.empty();
        }
        RuleTarget target = target(view, type.get());
        RuleNames names = new RuleNames(scope, target.inList(found, types).map(FoundParameter::name));
        return initializers
                .read("@InitRule", named.get(0), names)
                .map(spec -> new ReadRule(view, named.get(0), spec, target));
    }

    private RuleTarget target(AnnotationView view, TypeElement type) {
        int rank = view.integer("rank");
        return new RuleTarget(new SelectionRule<>(
                view.display(),
                types.erasure(type.asType()),
                NamePattern.of(view.string("param")),
                rank < 0 ? OptionalInt.empty() : OptionalInt.of(rank),
                Set.of(),
                view.integer("priority"),
                view.flag("optional")));
    }

    private void checkFits(ReadRule rule, FoundParameter parameter) {
        ParameterSpec spec = parameter.parameter();
        Optional<InitializerSpec> initializer =
                initializers.readFor(parameter.name(), rule.use(), new FieldNames(Optional.of(spec.shape()), scope));
        new TrainedBuffer(findings).check(rule.view(), rule.use(), parameter);
        Optional<TensorShape> shape = spec.shape().known();
        if (initializer.isPresent() && initializer.get().isKnown() && shape.isPresent()) {
            try {
                initializer.get().rule().orElseThrow().resolve(shape.get());
            } catch (InitializationException e) {
                findings.error(
                        rule.view().place(),
                        e.id(),
                        parameter.name() + ": " + initializer.get().display() + " " + AnnotationWords.problem(e)
                                + "; narrow the rule with type, param or rank");
            }
        }
    }
}
