package org.initweights.processor.read;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;
import org.initweights.InitializationException;
import org.initweights.TensorShape;
import org.initweights.annotation.InitRule;
import org.initweights.annotation.InitRules;
import org.initweights.processor.model.InitializerSpec;
import org.initweights.processor.model.ParameterSpec;
import org.initweights.processor.model.RuleSpec;
import org.initweights.processor.report.AnnotationWords;
import org.initweights.processor.report.Findings;
import org.initweights.processor.report.Spelling;
import org.initweights.select.NamePattern;
import org.initweights.select.Specificity;

/** Reads {@code @InitRule}, and finds out for which parameters of the sub-models each rule wins. */
final class RuleReader {

    private static final int ANY_RANK = -1;

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

    /** The rules of a model, given the parameters of its sub-models. */
    List<RuleSpec> read(TypeElement model, SubModelWalker.Reached reached) {
        List<FoundParameter> parameters = reached.parameters();
        List<Rule> rules = new ArrayList<>();
        for (AnnotationView view : annotations.repeated(model, InitRule.class, InitRules.class)) {
            rule(view).ifPresent(rules::add);
        }
        List<List<String>> wins = lists(rules);
        List<List<String>> mayWin = lists(rules);
        Set<Rule> matching = new LinkedHashSet<>();
        for (FoundParameter parameter : parameters) {
            List<Rule> candidates = rules.stream()
                    .filter(rule -> rule.mayMatch(parameter, types))
                    .toList();
            matching.addAll(candidates);
            Optional<Rule> winner = winner(candidates, parameter);
            winner.ifPresent(rule -> {
                wins.get(rules.indexOf(rule)).add(parameter.name());
                checkFits(rule, parameter);
            });
            List<Rule> rivals = rules.stream()
                    .filter(rule -> rule.mayOutdo(winner, parameter, types))
                    .toList();
            if (!rivals.isEmpty()) {
                Stream.concat(winner.stream(), rivals.stream())
                        .forEach(rule -> mayWin.get(rules.indexOf(rule)).add(parameter.name()));
            }
        }
        rules.stream()
                .filter(rule -> !matching.contains(rule) && !rule.mayMatchWhatIsOpen(reached, types))
                .forEach(rule -> reportNothing(rule, parameters));
        List<RuleSpec> specs = new ArrayList<>();
        for (int i = 0; i < rules.size(); i++) {
            specs.add(rules.get(i).spec(wins.get(i), mayWin.get(i)));
        }
        return specs;
    }

    private static List<List<String>> lists(List<Rule> rules) {
        return rules.stream().<List<String>>map(rule -> new ArrayList<>()).toList();
    }

    private Optional<Rule> rule(AnnotationView view) {
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
        TypeShapes.declared(view.type("type")).ifPresent(mentions::name);
        Optional<Reach.Barrier> barrier = TypeShapes.declared(view.type("type")).flatMap(reach::before);
        if (barrier.isPresent()) {
            findings.error(
                    view.place("type"),
                    "Unreachable",
                    view.display() + ": it is for " + barrier.get().words());
            return Optional.empty();
        }
        Optional<InitializerSpec> initializer = initializers.read("@InitRule", named.get(0), new RuleNames(scope));
        return initializer.map(spec -> new Rule(
                view,
                named.get(0),
                spec,
                types.erasure(view.type("type")),
                NamePattern.of(view.string("param")),
                view.integer("rank"),
                new Specificity(
                        depth(view.type("type")),
                        NamePattern.of(view.string("param")),
                        view.integer("rank") != ANY_RANK)));
    }

    /** How many superclasses a type has below {@code Object}, itself included. */
    private static int depth(TypeMirror type) {
        int depth = 0;
        Optional<TypeElement> element = TypeShapes.declared(type);
        while (element.isPresent() && !element.get().getQualifiedName().contentEquals("java.lang.Object")) {
            depth++;
            element = element.get().getKind() == ElementKind.INTERFACE
                    ? Optional.empty()
                    : TypeShapes.declared(element.get().getSuperclass());
        }
        return depth;
    }

    private Optional<Rule> winner(List<Rule> candidates, FoundParameter parameter) {
        List<Rule> certain = candidates.stream()
                .filter(rule -> rule.isForType(parameter, types))
                .toList();
        Optional<Rule> narrowest = certain.stream().max(Comparator.comparing(Rule::specificity));
        narrowest.ifPresent(rule -> certain.stream()
                .filter(other -> !other.equals(rule) && other.specificity.equals(rule.specificity))
                .findFirst()
                .ifPresent(other -> findings.error(
                        rule.view.place(),
                        "RuleTie",
                        rule.view.display() + " and " + other.view.display() + " are equally narrow, and both match "
                                + parameter.name() + "; which should win cannot be said")));
        return narrowest;
    }

    private void checkFits(Rule rule, FoundParameter parameter) {
        ParameterSpec spec = parameter.parameter();
        Optional<InitializerSpec> initializer =
                initializers.readFor(parameter.name(), rule.use, new FieldNames(Optional.of(spec.shape()), scope));
        Optional<TensorShape> shape = spec.shape().known();
        if (initializer.isPresent() && initializer.get().isKnown() && shape.isPresent()) {
            try {
                initializer.get().rule().orElseThrow().resolve(shape.get());
            } catch (InitializationException e) {
                findings.error(
                        rule.view.place(),
                        e.id(),
                        parameter.name() + ": " + initializer.get().display() + " " + AnnotationWords.problem(e)
                                + "; narrow the rule with type, param or rank");
            }
        }
    }

    private void reportNothing(Rule rule, List<FoundParameter> parameters) {
        String pattern = rule.view.string("param");
        // Behind a dot the whole name is meant.
        List<String> names = parameters.stream()
                .map(found ->
                        pattern.contains(".") ? found.name() : found.parameter().name())
                .distinct()
                .toList();
        String suggestion = Spelling.closest(pattern, names)
                .filter(close -> !close.equals(pattern))
                .map(close -> "; did you mean \"" + close + "\"?")
                .orElse(
                        "; type is the class that holds the parameter, param its name there or its whole name in this model");
        findings.error(
                rule.view.place(),
                "RuleMatchesNothing",
                rule.view.display() + " matches no parameter of a sub-model" + suggestion);
    }

    /**
     * A parameter of a sub-model.
     *
     * @param path its name in the model, as {@link NamePattern} matches it
     * @param ownerType the class of the sub-model that holds it
     */
    record FoundParameter(String path, TypeMirror ownerType, ParameterSpec parameter) {

        /** The path for readers. */
        String name() {
            return path.replace(NamePattern.ANY_INDEX, NamePattern.ANY_KEY);
        }
    }

    private record Rule(
            AnnotationView view,
            InitializerUse use,
            InitializerSpec initializer,
            TypeMirror type,
            NamePattern pattern,
            int rank,
            Specificity specificity) {

        RuleSpec spec(List<String> wins, List<String> mayWin) {
            return new RuleSpec(
                    view.display(),
                    TypeShapes.name(TypeShapes.declared(type).orElseThrow()),
                    view.string("param"),
                    rank,
                    initializer,
                    wins,
                    mayWin);
        }

        /** Whether an object of a class that no field declares may have what the rule is for. */
        boolean mayMatchWhatIsOpen(SubModelWalker.Reached reached, Types types) {
            return reached.mayHave(type, types);
        }

        /** Whether the rule matches, or would if the sub-model were of a subclass. */
        boolean mayMatch(FoundParameter parameter, Types types) {
            boolean subclass = types.isSubtype(types.erasure(type), types.erasure(parameter.ownerType));
            int dimensions = parameter.parameter.shape().dimensions().size();
            return (subclass || isForType(parameter, types))
                    && pattern.matches(parameter.path)
                    && (rank == ANY_RANK || rank == dimensions);
        }

        /** Whether the rule wins over the winner by the field's type, if the sub-model is of some subclass. */
        boolean mayOutdo(Optional<Rule> winner, FoundParameter parameter, Types types) {
            return !isForType(parameter, types)
                    && hasObjectsOf(parameter.ownerType, types)
                    && pattern.matches(parameter.path)
                    && (rank == ANY_RANK
                            || rank == parameter.parameter.shape().dimensions().size())
                    && winner.map(other -> specificity.compareTo(other.specificity) >= 0)
                            .orElse(true);
        }

        /** Whether an object that a field of this type holds may be of the rule's type. */
        private boolean hasObjectsOf(TypeMirror owner, Types types) {
            boolean isFinal = TypeShapes.declared(owner)
                    .filter(element -> element.getModifiers().contains(Modifier.FINAL))
                    .isPresent();
            boolean isInterface = TypeShapes.declared(type)
                    .filter(element -> element.getKind().isInterface())
                    .isPresent();
            return !isFinal && (isInterface || types.isSubtype(types.erasure(type), types.erasure(owner)));
        }

        boolean isForType(FoundParameter parameter, Types types) {
            return types.isSubtype(types.erasure(parameter.ownerType), types.erasure(type));
        }
    }
}
