package org.initweights.processor.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.initweights.annotation.InitRule;
import org.initweights.annotation.InitRules;
import org.initweights.processor.model.Alternative;
import org.initweights.processor.model.Member;
import org.initweights.processor.model.ModelSpec;
import org.initweights.processor.model.RuleSpec;
import org.initweights.processor.model.Visibility;
import org.initweights.processor.report.Findings;
import org.initweights.processor.report.Places;

/** Reads a class into a {@link ModelSpec}, and reports what cannot be read. */
public final class ModelReader {

    private final Elements elements;
    private final Types types;
    private final SourceTrees sources;
    private final AnnotationFinder annotations;
    private final ModelFinder finder;
    private final Places places;

    public ModelReader(ProcessingEnvironment environment, ModelFinder finder, Places places) {
        this.finder = finder;
        this.places = places;
        this.elements = environment.getElementUtils();
        this.types = environment.getTypeUtils();
        this.sources = SourceTrees.of(environment);
        this.annotations = new AnnotationFinder(elements, places);
    }

    /** What is known of the model; members that have a fault are left out, and the fault is in {@code findings}. */
    public ModelSpec read(TypeElement model, Findings findings) {
        return read((DeclaredType) model.asType(), findings, this::rules);
    }

    /** A model as far as the models around it need to know it: its own rules are its own matter. */
    private ModelSpec readPart(TypeElement model) {
        return readPart((DeclaredType) model.asType());
    }

    private ModelSpec readPart(DeclaredType view) {
        return read(view, Findings.none(places), (reader, members, type, findings) -> List.of());
    }

    private ModelSpec read(DeclaredType view, Findings all, RulesOf rules) {
        TypeElement model = (TypeElement) view.asElement();
        ModelFields fields = ModelFields.of(model, view, annotations);
        // What is no model at all has one fault.
        Findings findings = hasKind(model, all) ? all : Findings.none(places);
        Mentions mentions = new Mentions(elements);
        mentions.name(model);
        mentions.export(model);
        MemberReader reader =
                new MemberReader(fields, elements, types, sources, annotations, finder, mentions, findings);
        List<Member> members = reader.readAll();
        new EmptyModel(annotations, finder, findings).check(fields, members);
        Optional<ModelSpec> parent = parent(fields, findings);
        List<Member> inherited = new ArrayList<>(members);
        for (Optional<ModelSpec> above = parent;
                above.isPresent();
                above = above.get().parent()) {
            inherited.addAll(0, above.get().members());
        }
        return new ModelSpec(
                TypeShapes.model(model),
                isAbstract(model),
                isReachable(model, findings),
                isPublic(model),
                visibility(model),
                parent,
                alternatives(model),
                members,
                new OpenFields(fields, elements, types, sources, annotations, mentions, findings).read(members),
                rules.read(reader.ruleReader(), inherited, model, findings),
                ReadBinding.tieSpecs(annotations, model),
                ReadBinding.bindings(ReadBinding.copies(annotations, model)),
                reader.sizeCheckReader().read(model),
                new SignalPathReader(annotations, findings).read(model, members),
                mentions.warnings());
    }

    /** Whether the class or a field has an annotation that does not exist: the compiler reports it, and more cannot be known. */
    public boolean isUnresolved(TypeElement model) {
        return Stream.concat(Stream.of(model), ElementFilter.fieldsIn(model.getEnclosedElements()).stream())
                .anyMatch(sources::hasUnresolvedAnnotation);
    }

    /** A digest of what is read of a model; the class that is generated says it, see {@link Freshness}. */
    public String fingerprint(TypeElement model) {
        return new Fingerprint(annotations, types, new SubModelReader(annotations, types)).of(model);
    }

    private Freshness freshness() {
        return new Freshness(elements, types, annotations, finder);
    }

    private List<RuleSpec> rules(RuleReader reader, List<Member> members, TypeElement model, Findings findings) {
        boolean isAlone =
                annotations.repeated(model, InitRule.class, InitRules.class).isEmpty()
                        && ReadBinding.ties(annotations, model).isEmpty()
                        && ReadBinding.copies(annotations, model).isEmpty();
        if (isAlone) {
            return List.of();
        }
        FoundParameters found = new SubModelWalker(elements, this::readPart).walk(members);
        return reader.read(model, found, new BindingReader(annotations, members, found, findings).check(model));
    }

    /** How the rules of a model are read. */
    @FunctionalInterface
    private interface RulesOf {
        List<RuleSpec> read(RuleReader reader, List<Member> members, TypeElement model, Findings findings);
    }

    private Optional<ModelSpec> parent(ModelFields fields, Findings findings) {
        TypeElement model = fields.model();
        Optional<TypeElement> parent = AnnotationFinder.superclass(model).filter(annotations::isModel);
        parent.filter(type -> !finder.isInitialised(type))
                .ifPresent(type -> findings.error(
                        annotations.place(model),
                        "NotProcessed",
                        model.getSimpleName() + ": "
                                + sources.notNamed(type).orElseGet(() -> SubModelReader.notProcessed(type))));
        parent.flatMap(freshness()::newerThanItsInit)
                .ifPresent(newer -> findings.error(
                        annotations.place(model), "StaleInit", model.getSimpleName() + ": " + Freshness.stale(newer)));
        parent.flatMap(new Reach(elements, model)::before)
                .ifPresent(barrier -> findings.error(
                        annotations.place(model),
                        "Unreachable",
                        model.getSimpleName() + ": it extends " + barrier.words()));
        // The parent's own faults are reported where the parent itself is read.
        return parent.map(type -> types.directSupertypes(fields.view()).stream()
                        .filter(DeclaredType.class::isInstance)
                        .map(DeclaredType.class::cast)
                        .filter(above -> above.asElement().equals(type))
                        .findFirst()
                        .orElse((DeclaredType) type.asType()))
                .map(this::readPart);
    }

    private static boolean isAbstract(TypeElement model) {
        return model.getKind().isInterface() || model.getModifiers().contains(Modifier.ABSTRACT);
    }

    /** The models that a sealed type may turn out to be. */
    private List<Alternative> alternatives(TypeElement model) {
        if (!SourceLanguage.of(model).isSealed(model)) {
            return List.of();
        }
        return finder.permitted(model).stream()
                .filter(type -> annotations.isModel(type) && finder.isInitialised(type))
                .map(type -> new Alternative(TypeShapes.model(type)))
                .toList();
    }

    private static Visibility visibility(TypeElement model) {
        Visibility visibility = Visibility.PUBLIC;
        for (Element element = model; element instanceof TypeElement type; element = element.getEnclosingElement()) {
            visibility = visibility.and(SourceLanguage.of(type).visibility(type));
        }
        return visibility;
    }

    private static boolean isPublic(TypeElement model) {
        for (Element element = model; element instanceof TypeElement; element = element.getEnclosingElement()) {
            if (!element.getModifiers().contains(Modifier.PUBLIC)) {
                return false;
            }
        }
        return true;
    }

    private boolean hasKind(TypeElement model, Findings findings) {
        boolean isModel = model.getKind() != ElementKind.ANNOTATION_TYPE;
        if (!isModel) {
            findings.error(
                    annotations.place(model),
                    "ModelKind",
                    model.getSimpleName()
                            + ": an annotation can be no model; only classes, records, enums and interfaces can");
        }
        return isModel;
    }

    /** Whether code outside the model can name it. */
    private boolean isReachable(TypeElement model, Findings findings) {
        for (Element element = model; element instanceof TypeElement type; element = element.getEnclosingElement()) {
            if (SourceLanguage.of(type).isPrivate(type)) {
                String what =
                        element.equals(model) ? "it" : element.getSimpleName().toString();
                findings.error(
                        annotations.place(model),
                        "PrivateModel",
                        model.getSimpleName() + ": " + what
                                + " is private, so generated code cannot reach it; "
                                + SourceLanguage.of(model).privateModel());
                return false;
            }
            if (sources.isImplicit(type)) {
                findings.error(
                        annotations.place(model),
                        "ImplicitClass",
                        model.getSimpleName() + ": it is in the implicit class of " + type.getSimpleName()
                                + ".java, which generated code cannot name; move it to a file of its own");
                return false;
            }
        }
        return isNameFree(model, findings);
    }

    /** Whether the name of the generated class is not taken. */
    private boolean isNameFree(TypeElement model, Findings findings) {
        String init = TypeShapes.name(model).init().simpleName();
        Optional<String> problem = finder.ownerOfInit(model).map(other -> {
            if (annotations.isGenerated(other)) {
                return init + ".java is compiled too; is the folder of generated sources also a source folder?";
            }
            return other.getSimpleName().contentEquals(init)
                    ? "there is a class " + init + " already; rename it, or the model"
                    : other.getQualifiedName() + " has the generated class " + init + " too; rename one of them";
        });
        problem.ifPresent(
                text -> findings.error(annotations.place(model), "NameTaken", model.getSimpleName() + ": " + text));
        return problem.isEmpty();
    }
}
