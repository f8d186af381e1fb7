package org.initweights.processor.read;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.WildcardTypeName;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
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
import org.initweights.processor.report.Place;

/** Reads a class into a {@link ModelSpec}, and reports what cannot be read. */
public final class ModelReader {

    private final Elements elements;
    private final Types types;
    private final SourceTrees sources;
    private final AnnotationFinder annotations;
    private final ModelFinder finder;

    public ModelReader(ProcessingEnvironment environment, ModelFinder finder) {
        this.finder = finder;
        this.elements = environment.getElementUtils();
        this.types = environment.getTypeUtils();
        this.sources = SourceTrees.of(environment);
        this.annotations = new AnnotationFinder(elements);
    }

    /** What is known of the model; members that have a fault are left out, and the fault is in {@code findings}. */
    public ModelSpec read(TypeElement model, Findings findings) {
        return read(model, findings, this::rules);
    }

    /** A model as far as the models around it need to know it: its own rules are its own matter. */
    private ModelSpec readPart(TypeElement model) {
        return read(model, Findings.none(), (reader, members, type) -> List.of());
    }

    private ModelSpec read(TypeElement model, Findings findings, RulesOf rules) {
        checkKind(model, findings);
        ClassName name = ClassName.get(model);
        MemberReader reader = new MemberReader(model, elements, types, sources, annotations, finder, findings);
        List<Member> members = reader.readAll(ElementFilter.fieldsIn(model.getEnclosedElements()));
        Optional<ModelSpec> parent = parent(model, findings);
        List<Member> inherited = new ArrayList<>(members);
        for (Optional<ModelSpec> above = parent;
                above.isPresent();
                above = above.get().parent()) {
            inherited.addAll(0, above.get().members());
        }
        return new ModelSpec(
                name,
                wildcardType(model),
                ModelSpec.initOf(name),
                model.getKind() != ElementKind.INTERFACE,
                isReachable(model, findings),
                isPublic(model),
                visibility(model),
                parent,
                alternatives(model, findings),
                members,
                rules.read(reader.ruleReader(), inherited, model),
                reader.sizeCheckReader().read(model),
                new SequenceReader(annotations, findings).read(model, members));
    }

    /** A digest of what is read of a model; the class that is generated says it, see {@link Freshness}. */
    public String fingerprint(TypeElement model) {
        return new Fingerprint(subModelReader()).of(model);
    }

    private Freshness freshness() {
        return new Freshness(elements, annotations, finder, subModelReader());
    }

    private SubModelReader subModelReader() {
        return new SubModelReader(annotations, finder, types);
    }

    private List<RuleSpec> rules(RuleReader reader, List<Member> members, TypeElement model) {
        if (annotations.repeated(model, InitRule.class, InitRules.class).isEmpty()) {
            return List.of();
        }
        SubModelWalker walker = new SubModelWalker(elements, this::readPart);
        return reader.read(model, walker.walk(members));
    }

    /** How the rules of a model are read. */
    @FunctionalInterface
    private interface RulesOf {
        List<RuleSpec> read(RuleReader reader, List<Member> members, TypeElement model);
    }

    private Optional<ModelSpec> parent(TypeElement model, Findings findings) {
        Optional<TypeElement> parent = AnnotationFinder.superclass(model).filter(annotations::isModel);
        parent.filter(type -> !finder.isInitialised(type))
                .ifPresent(type -> findings.error(
                        Place.of(model),
                        "NotProcessed",
                        model.getSimpleName() + ": " + SubModelReader.notProcessed(type)));
        parent.flatMap(freshness()::newerThanItsInit)
                .ifPresent(newer -> findings.error(
                        Place.of(model), "StaleInit", model.getSimpleName() + ": " + Freshness.stale(newer)));
        // The parent's own faults are reported where the parent itself is read.
        return parent.map(this::readPart);
    }

    private List<Alternative> alternatives(TypeElement model, Findings findings) {
        List<Alternative> models = new ArrayList<>();
        if (!SourceLanguage.of(model).isSealed(model)) {
            return models;
        }
        for (TypeElement type : finder.permitted(model)) {
            if (annotations.isModel(type)) {
                models.add(new Alternative(ClassName.get(type), wildcardType(type)));
            } else {
                findings.error(
                        Place.of(model),
                        "SealedModel",
                        model.getSimpleName() + ": " + type.getSimpleName()
                                + " implements it, but is no model; give it a parameter, or @InitWeights");
            }
        }
        return models;
    }

    /** The class with a wildcard for each type parameter, its own and those of the classes that it is an inner class of. */
    private static TypeName wildcardType(TypeElement type) {
        List<TypeName> wildcards = Collections.nCopies(
                type.getTypeParameters().size(), (TypeName) WildcardTypeName.subtypeOf(Object.class));
        if (!type.getModifiers().contains(Modifier.STATIC)
                && type.getEnclosingElement() instanceof TypeElement outer
                && wildcardType(outer) instanceof ParameterizedTypeName outerType) {
            return outerType.nestedClass(type.getSimpleName().toString(), wildcards);
        }
        ClassName name = ClassName.get(type);
        return wildcards.isEmpty() ? name : ParameterizedTypeName.get(name, wildcards.toArray(TypeName[]::new));
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

    private static void checkKind(TypeElement model, Findings findings) {
        boolean isSealedInterface = model.getKind() == ElementKind.INTERFACE
                && SourceLanguage.of(model).isSealed(model);
        if (model.getKind() != ElementKind.CLASS && model.getKind() != ElementKind.RECORD && !isSealedInterface) {
            findings.error(
                    Place.of(model),
                    "ModelKind",
                    model.getSimpleName() + ": only classes, records and sealed interfaces of them can be models");
        }
    }

    /** Whether code outside the model can name it. */
    private static boolean isReachable(TypeElement model, Findings findings) {
        for (Element element = model; element instanceof TypeElement type; element = element.getEnclosingElement()) {
            if (SourceLanguage.of(type).isPrivate(type)) {
                String what =
                        element.equals(model) ? "it" : element.getSimpleName().toString();
                findings.error(
                        Place.of(model),
                        "PrivateModel",
                        model.getSimpleName() + ": " + what
                                + " is private, so generated code cannot reach it; "
                                + SourceLanguage.of(model).privateModel());
                return false;
            }
        }
        return true;
    }
}
