package org.initweights.processor.given;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.initweights.Initializer;
import org.initweights.processor.check.Check;
import org.initweights.processor.model.Access;
import org.initweights.processor.model.Alternative;
import org.initweights.processor.model.Member;
import org.initweights.processor.model.ModelSpec;
import org.initweights.processor.model.ModelType;
import org.initweights.processor.model.RuleSpec;
import org.initweights.processor.model.SignalPathSpec;
import org.initweights.processor.model.SubModelSpec;
import org.initweights.processor.model.SubModelSpec.Holder;
import org.initweights.processor.model.Visibility;
import org.initweights.processor.name.ClassRef;
import org.initweights.processor.report.Findings;
import org.initweights.processor.resolve.ResolvedModel;
import org.initweights.processor.resolve.ResolvedParameter;
import org.initweights.processor.resolve.Resolver;

/** A model in the making, in the package {@code home}: what {@code read} would give of a source, without a compiler. */
public final class GivenModel {

    private final GivenPlaces places = new GivenPlaces();
    private final ClassRef name;
    private final List<Supplier<Member>> members = new ArrayList<>();
    private final List<Alternative> alternatives = new ArrayList<>();
    private final List<RuleSpec> rules = new ArrayList<>();
    private boolean isAbstract;
    private Optional<GivenModel> parent = Optional.empty();
    private Optional<SignalPathSpec> signalPath = Optional.empty();

    public GivenModel(String name) {
        this.name = named(name);
    }

    /** A class of the package {@code home}. */
    public static ClassRef named(String simpleName) {
        return new ClassRef("home", List.of(simpleName));
    }

    /** Its next field, a parameter. */
    public GivenParameter parameter(String field) {
        GivenParameter added = new GivenParameter(places, field);
        members.add(added::spec);
        return added;
    }

    /** Its next field, which holds one sub-model. */
    public GivenModel subModel(String field, String type) {
        return add(field, type, List.of(), false);
    }

    /** Its next field, which holds one sub-model or none. */
    public GivenModel optionalSubModel(String field, String type) {
        return add(field, type, List.of(), true);
    }

    /** Its next field, which holds sub-models in arrays, collections or maps, the outermost first. */
    public GivenModel subModels(String field, String type, Holder... holders) {
        return add(field, type, List.of(holders), false);
    }

    private GivenModel add(String field, String type, List<Holder> holders, boolean optional) {
        SubModelSpec added = new SubModelSpec(
                field,
                new Access.Direct(Optional.empty(), field, true),
                Optional.of(new ModelType(named(type), List.of(0))),
                holders,
                optional,
                true);
        members.add(() -> added);
        return this;
    }

    public GivenModel inheriting(GivenModel given) {
        parent = Optional.of(given);
        return this;
    }

    /** A sealed class of these models. */
    public GivenModel of(String... models) {
        for (String model : models) {
            alternatives.add(new Alternative(new ModelType(named(model), List.of(0))));
        }
        return this;
    }

    /** Without objects of its own. */
    public GivenModel isAbstract() {
        isAbstract = true;
        return this;
    }

    /** A rule that wins for some parameters, and perhaps for others. */
    public RuleSpec rule(String display, List<String> wins, List<String> mayWin) {
        return rule(display, new GivenParameter(places, display), wins, mayWin);
    }

    /** A rule of this initializer; its place is {@code <display>.initializer}. */
    public RuleSpec rule(String display, Initializer rule, String... wins) {
        return rule(display, new GivenParameter(places, display).init(display, rule), List.of(wins), List.of());
    }

    private RuleSpec rule(String display, GivenParameter given, List<String> wins, List<String> mayWin) {
        RuleSpec rule = new RuleSpec(
                display,
                named("Linear"),
                "weight",
                -1,
                display.replace("@", ""),
                given.spec().initializer(),
                0,
                false,
                wins,
                mayWin);
        rules.add(rule);
        return rule;
    }

    /** Weights that the signal passes through; the place is {@code signalPath}. */
    public GivenModel sequence(double min, double max, String... weights) {
        signalPath = Optional.of(new SignalPathSpec(List.of(weights), min, max, places.of("signalPath")));
        return this;
    }

    public ModelSpec spec() {
        return new ModelSpec(
                new ModelType(name, List.of(0)),
                isAbstract,
                true,
                true,
                Visibility.PUBLIC,
                parent.map(GivenModel::spec),
                alternatives,
                members.stream().map(Supplier::get).toList(),
                List.of(),
                rules,
                List.of(),
                List.of(),
                List.of(),
                signalPath,
                Set.of());
    }

    public ResolvedModel resolved() {
        return Resolver.resolve(spec());
    }

    /** A parameter of its own with what it comes to. */
    public ResolvedParameter resolved(String field) {
        return resolved().parameter(field).orElseThrow();
    }

    /** What a check says. */
    public List<Reported> findings(Check check) {
        return findings(check, Map.of());
    }

    /** What a check says under these options of the processor. */
    public List<Reported> findings(Check check, Map<String, String> options) {
        Findings findings = places.findings(options);
        check.check(resolved(), findings);
        return GivenPlaces.printed(findings);
    }
}
