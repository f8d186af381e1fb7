package org.initweights.processor.read;

import java.util.Optional;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.initweights.annotation.NonTrainable;
import org.initweights.processor.model.Access;
import org.initweights.processor.model.Member;
import org.initweights.processor.model.SubModelSpec;
import org.initweights.processor.read.SubModelReader.SubModels;
import org.initweights.processor.report.Findings;
import org.initweights.processor.report.Lint;

/** Reads the fields of a model that hold sub-models, and reports those that can hold them and are not visited. */
final class SubModelMembers {

    private final TypeElement model;
    private final SourceTrees sources;
    private final AnnotationFinder annotations;
    private final ModelFinder finder;
    private final Findings findings;
    private final SubModelReader subModels;
    private final UnvisitedModels unvisited;
    private final Freshness freshness;
    private final Reach reach;
    private final Forgotten forgotten;
    private final IdentityOrder identityOrder;

    SubModelMembers(
            TypeElement model,
            Elements elements,
            Types types,
            SourceTrees sources,
            AnnotationFinder annotations,
            ModelFinder finder,
            Forgotten forgotten,
            Findings findings) {
        this.model = model;
        this.sources = sources;
        this.annotations = annotations;
        this.finder = finder;
        this.findings = findings;
        this.subModels = new SubModelReader(annotations, types);
        this.unvisited = new UnvisitedModels(annotations, finder, elements, types);
        this.freshness = new Freshness(elements, types, annotations, finder);
        this.reach = new Reach(elements, model);
        this.forgotten = forgotten;
        this.identityOrder = new IdentityOrder(model, elements, types, sources);
    }

    /** Whether a field holds sub-models. */
    boolean holds(TypeMirror type) {
        return subModels.read(type).isPresent();
    }

    /**
     * The member that a field is, if it holds sub-models.
     *
     * @param type the field's type, as the model sees it
     * @param way how generated code reaches the field
     */
    Optional<Member> read(VariableElement field, TypeMirror type, Way way) {
        Optional<SubModels> found = subModels.read(type);
        unvisited.keys(type).ifPresent(problem -> forgotten.report(field, problem));
        subModels.boundFromBelow(type).ifPresent(bound -> reportBound(field, type, bound));
        if (found.isEmpty()) {
            unvisited
                    .problem(type)
                    .or(() -> delegated(field))
                    .or(() -> heldTensors(type))
                    .ifPresent(problem -> forgotten.report(field, problem));
            return Optional.empty();
        }
        if (!SourceLanguage.of(model).isOfInstance(field)) {
            return Optional.empty();
        }
        return found.get().type().isEmpty()
                ? ofVariable(field, type, found.get(), way)
                : ofModel(field, found.get(), found.get().type().get(), way);
    }

    /** What is wrong with a field that only makes sub-models when it is asked for them. */
    private Optional<String> delegated(VariableElement field) {
        return KotlinFields.delegated(field)
                .flatMap(subModels::read)
                .flatMap(SubModels::type)
                .map(type -> "a delegated property is not visited, and " + type.getSimpleName()
                        + " is a model; declare it without by, or @Skip it");
    }

    /** How generated code reaches a field, or what is wrong if it cannot. */
    interface Way {

        /** The way, if there is one. */
        Optional<Access> find();

        /** The same; reports it if there is none. */
        Optional<Access> findOrReport();
    }

    private Optional<String> heldTensors(TypeMirror type) {
        return subModels.holdsTensors(type)
                ? Optional.of(TypeShapes.simple(type)
                        + " can hold weights, but a parameter is a field of its own; hold objects of a class with such a"
                        + " field, or @Skip the field")
                : Optional.empty();
    }

    private void reportBound(VariableElement field, TypeMirror type, TypeElement bound) {
        findings.error(
                annotations.place(field),
                "SubModelType",
                field.getSimpleName() + ": a " + TypeShapes.simple(type) + " may hold anything, not only "
                        + bound.getSimpleName()
                        + "; name that class without super, or @Skip the field");
    }

    /** A field whose type does not say what the object is. Most such fields hold no models, and may be private. */
    private Optional<Member> ofVariable(VariableElement field, TypeMirror type, SubModels models, Way way) {
        Optional<Access> access = way.find();
        if (access.isEmpty() && type.getKind() == TypeKind.TYPEVAR && isUnbounded(type)) {
            forgotten.report(
                    field,
                    "a " + type + " can be a model, but the field is private and without getter, so it is not visited;"
                            + " add a getter, or @Skip the field");
        }
        return access.map(found -> member(field, found, models));
    }

    private static boolean isUnbounded(TypeMirror variable) {
        return TypeShapes.classes(variable)
                .allMatch(bound ->
                        ((TypeElement) bound.asElement()).getQualifiedName().contentEquals("java.lang.Object"));
    }

    private Optional<Member> ofModel(VariableElement field, SubModels models, TypeElement declared, Way way) {
        boolean inheritsNone = AnnotationFinder.superclass(declared)
                .filter(annotations::isModel)
                .isEmpty();
        if (inheritsNone && finder.isHiddenAndAddsNothing(declared)) {
            return Optional.empty();
        }
        if (!canBeVisited(field, declared)) {
            return Optional.empty();
        }
        freshness
                .newerThanItsInit(declared)
                .ifPresent(newer -> findings.error(
                        annotations.place(field), "StaleInit", field.getSimpleName() + ": " + Freshness.stale(newer)));
        identityOrder
                .problem(field)
                .ifPresent(problem -> findings.lint(Lint.IDENTITY_ORDER, annotations.place(field), problem));
        return way.findOrReport().map(access -> member(field, access, models));
    }

    /** Whether generated code can call the declared model's {@code Init}; reports why not. */
    private boolean canBeVisited(VariableElement field, TypeElement declared) {
        if (SourceLanguage.of(declared).isPrivate(declared)) {
            findings.error(
                    annotations.place(field),
                    "PrivateModel",
                    field.getSimpleName() + ": " + declared.getSimpleName()
                            + " is private, so generated code cannot reach it; "
                            + SourceLanguage.of(model).privateModel());
            return false;
        }
        Optional<Reach.Barrier> barrier = reach.before(declared);
        if (barrier.isPresent()) {
            findings.error(
                    annotations.place(field),
                    "Unreachable",
                    field.getSimpleName() + ": it holds " + barrier.get().words());
            return false;
        }
        if (!finder.isInitialised(declared)) {
            findings.error(
                    annotations.place(field),
                    "NotProcessed",
                    field.getSimpleName() + ": "
                            + sources.notNamed(declared)
                                    .orElseGet(() -> SubModelReader.notProcessed(declared) + ", or @Skip the field"));
            return false;
        }
        return true;
    }

    private Member member(VariableElement field, Access access, SubModels models) {
        return new SubModelSpec(
                field.getSimpleName().toString(),
                access,
                models.type().map(TypeShapes::model),
                models.holders(),
                SubModelReader.isNullable(field),
                annotations.find(field, NonTrainable.class).isEmpty());
    }
}
