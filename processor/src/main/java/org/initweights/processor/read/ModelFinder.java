package org.initweights.processor.read;

import com.google.auto.common.SuperficialValidation;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.initweights.annotation.Shape;
import org.initweights.annotation.Skip;
import org.initweights.processor.name.ClassRef;
import org.initweights.processor.report.Places;
import org.jspecify.annotations.Nullable;

/**
 * Finds the models among the classes of a round, in the order of the sources. It looks at the classes themselves: not every
 * compiler lists the fields of records among the annotated elements, and a subclass of a model has perhaps no annotation.
 */
public final class ModelFinder {

    private final Elements elements;
    private final Types types;
    private final Set<String> found = new HashSet<>();
    private final Map<String, TypeElement> compiled = new TreeMap<>();
    private final Map<String, Optional<TypeElement>> freshness = new HashMap<>();
    private final Map<String, TypeElement> inits = new TreeMap<>();
    private final Set<String> namesOfInits = new HashSet<>();
    private final ProvidedAdapters adapters;
    private @Nullable Subclasses subclasses;

    public ModelFinder(ProcessingEnvironment environment) {
        this.elements = environment.getElementUtils();
        this.types = environment.getTypeUtils();
        this.adapters = new ProvidedAdapters(environment);
    }

    /** The models that are compiled in this round, nested ones too. */
    public Set<TypeElement> in(RoundEnvironment round) {
        subclasses = null;
        Set<TypeElement> models = new LinkedHashSet<>();
        AnnotationFinder annotations = new AnnotationFinder(elements, new Places());
        for (TypeElement type : ElementFilter.typesIn(round.getRootElements())) {
            addModels(type, annotations, models);
        }
        return models;
    }

    private void addModels(TypeElement type, AnnotationFinder annotations, Set<TypeElement> models) {
        compiled.put(type.getQualifiedName().toString(), type);
        if (annotations.isModel(type) && !isHiddenAndAddsNothing(type, annotations)) {
            models.add(type);
            found.add(type.getQualifiedName().toString());
            ClassRef init = TypeShapes.name(type).init();
            namesOfInits.add(init.simpleName());
            namesOfInits.add(init.canonicalName());
        }
        for (TypeElement nested : ElementFilter.typesIn(type.getEnclosedElements())) {
            addModels(nested, annotations, models);
        }
    }

    /** The adapters that the libraries of this compilation provide. */
    ProvidedAdapters adapters() {
        return adapters;
    }

    /** The classes of this compilation that extend or implement a type, itself among them, by name. */
    Stream<TypeElement> subclasses(TypeElement type) {
        return subclasses().all(type);
    }

    /** Of the classes that are known in this round; looked through when somebody asks first. */
    private Subclasses subclasses() {
        if (subclasses == null) {
            subclasses = new Subclasses(compiled.values());
        }
        return subclasses;
    }

    /** Whether a class is a model that gets an {@code <Model>Init} in this compilation. */
    boolean getsInit(TypeElement type) {
        return found.contains(type.getQualifiedName().toString());
    }

    /** Whether a class of this compilation extends another. */
    boolean isExtended(TypeElement type) {
        return subclasses().direct(type).stream()
                .anyMatch(other ->
                        AnnotationFinder.superclass(other).filter(type::equals).isPresent());
    }

    /**
     * Whether a model needs no {@code <Model>Init}, which could not name it: it is private, and a model only since it extends or
     * implements one.
     */
    boolean isHiddenAndAddsNothing(TypeElement model) {
        return isHiddenAndAddsNothing(model, new AnnotationFinder(elements, new Places()));
    }

    private boolean isHiddenAndAddsNothing(TypeElement model, AnnotationFinder annotations) {
        return isHidden(model)
                && !annotations.isMarked(model)
                && ModelFields.of(model, (DeclaredType) model.asType(), annotations).all().stream()
                        .filter(field -> annotations.find(field, Skip.class).isEmpty())
                        .filter(SourceLanguage.of(model)::isOfInstance)
                        .allMatch(field -> annotations.initializers(field).isEmpty()
                                && annotations.find(field, Shape.class).isEmpty()
                                && !StorageReader.isTensor(field.asType())
                                && new SubModelReader(annotations, types)
                                        .read(field)
                                        .isEmpty());
    }

    private static boolean isHidden(TypeElement model) {
        for (Element around = model; around instanceof TypeElement type; around = around.getEnclosingElement()) {
            if (SourceLanguage.of(type).isPrivate(type)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a model has an {@code <Model>Init}, or gets one in this compilation. */
    boolean isInitialised(TypeElement model) {
        return getsInit(model)
                || elements.getTypeElement(TypeShapes.name(model).init().canonicalName()) != null;
    }

    /** What {@link Freshness} has found in this compilation, which looks at each class once. */
    Map<String, Optional<TypeElement>> freshness() {
        return freshness;
    }

    /** The class of this compilation that has the name of a model's {@code <Model>Init}, or another model that gets the same. */
    Optional<TypeElement> ownerOfInit(TypeElement model) {
        String init = TypeShapes.name(model).init().canonicalName();
        return Optional.ofNullable(compiled.get(init))
                .or(() -> Optional.ofNullable(inits.putIfAbsent(init, model))
                        .filter(other -> !other.getQualifiedName().contentEquals(model.getQualifiedName())));
    }

    /** Whether a class is one of this compilation. */
    public boolean isCompiledHere(TypeElement type) {
        return compiled.containsKey(type.getQualifiedName().toString());
    }

    /** The classes that extend or implement a sealed type; a stub does not list them, but they are compiled with it. */
    List<TypeElement> permitted(TypeElement sealed) {
        if (!sealed.getPermittedSubclasses().isEmpty()) {
            return sealed.getPermittedSubclasses().stream()
                    .map(TypeShapes::declared)
                    .flatMap(Optional::stream)
                    .toList();
        }
        return subclasses().direct(sealed);
    }

    /**
     * Whether every type that the classes of this compilation name exists; if not, the compiler will say so. Not of Kotlin's classes:
     * what kapt does not know, Kotlin's compiler may.
     */
    public boolean areAllComplete() {
        return compiled.entrySet().stream()
                .map(type -> Optional.ofNullable(elements.getTypeElement(type.getKey()))
                        .orElse(type.getValue()))
                .allMatch(type -> SourceLanguage.of(type) == SourceLanguage.KOTLIN || isComplete(type));
    }

    /** Whether every type that the class names exists, or will by what we generate; if not, another processor may yet generate it. */
    public boolean isComplete(TypeElement model) {
        return SuperficialValidation.validateElement(model) || awaitsOnlyUs(UnresolvedTypes.of(model));
    }

    /** Whether missing types are {@code <Model>Init} classes of this compilation: waiting for those would never end. */
    private boolean awaitsOnlyUs(Set<String> unresolved) {
        return !unresolved.isEmpty() && namesOfInits.containsAll(unresolved);
    }
}
