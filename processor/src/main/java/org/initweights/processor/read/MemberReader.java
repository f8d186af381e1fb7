package org.initweights.processor.read;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.initweights.annotation.HalfFloat;
import org.initweights.annotation.Shape;
import org.initweights.annotation.Skip;
import org.initweights.processor.dimension.DimensionReader;
import org.initweights.processor.model.Access;
import org.initweights.processor.model.InitializerSpec;
import org.initweights.processor.model.Member;
import org.initweights.processor.model.ParameterSpec;
import org.initweights.processor.model.ShapeSpec;
import org.initweights.processor.model.StorageSpec;
import org.initweights.processor.model.SubModelSpec;
import org.initweights.processor.read.AnnotationFinder.InitializerUse;
import org.initweights.processor.read.SubModelReader.SubModels;
import org.initweights.processor.report.Findings;
import org.initweights.processor.report.Place;

/** Reads the fields of one model. */
final class MemberReader {

    private final TypeElement model;
    private final SourceTrees sources;
    private final AnnotationFinder annotations;
    private final ModelFinder finder;
    private final Findings findings;
    private final ShapeReader shapeReader;
    private final StorageReader storageReader;
    private final SubModelReader subModelReader;
    private final AccessReader accessReader;
    private final InitializerReader initializerReader;
    private final Map<String, ShapeSpec> shapes = new HashMap<>();

    MemberReader(
            TypeElement model,
            Elements elements,
            Types types,
            SourceTrees sources,
            AnnotationFinder annotations,
            ModelFinder finder,
            Findings findings) {
        this.model = model;
        this.sources = sources;
        this.annotations = annotations;
        this.finder = finder;
        this.findings = findings;
        this.shapeReader =
                new ShapeReader(annotations, new DimensionReader(new MemberScope(model, elements, types)), findings);
        this.storageReader = new StorageReader(annotations, types, findings);
        this.subModelReader = new SubModelReader(annotations, types);
        this.accessReader = new AccessReader(types);
        this.initializerReader = new InitializerReader(shapes, findings);
    }

    /** Reads all shapes first, since an initializer may look at that of another field. */
    void readShapes(List<VariableElement> fields) {
        for (VariableElement field : fields) {
            if (isParameter(field)) {
                shapeReader
                        .read(field)
                        .ifPresent(shape -> shapes.put(field.getSimpleName().toString(), shape));
            }
        }
    }

    Optional<Member> read(VariableElement field) {
        List<InitializerUse> initializers = annotations.initializers(field);
        Optional<AnnotationView> skip = annotations.find(field, Skip.class);
        if (skip.isPresent()) {
            for (InitializerUse use : initializers) {
                findings.error(
                        skip.get().place(),
                        "SkipAndInitializer",
                        field.getSimpleName() + ": @Skip and " + use.written().display()
                                + " contradict each other; keep one");
            }
            return Optional.empty();
        }
        if (isParameter(field)) {
            return parameter(field, initializers);
        }
        return subModelReader.read(field).flatMap(models -> subModel(field, models));
    }

    private boolean isParameter(VariableElement field) {
        return annotations.find(field, Skip.class).isEmpty()
                && (!annotations.initializers(field).isEmpty()
                        || annotations.find(field, Shape.class).isPresent()
                        || annotations.find(field, HalfFloat.class).isPresent());
    }

    private Optional<Member> parameter(VariableElement field, List<InitializerUse> initializers) {
        String name = field.getSimpleName().toString();
        Optional<InitializerSpec> initializer = initializerReader.read(field, initializers);
        Place place = initializers.isEmpty()
                ? Place.of(field)
                : initializers.get(0).written().place();
        if (field.getModifiers().contains(Modifier.STATIC)) {
            findings.error(
                    place,
                    "StaticField",
                    name + ": static, so it is no part of a model; remove static or the initializer");
            return Optional.empty();
        }
        if (field.getModifiers().contains(Modifier.FINAL) && sources.isNull(field)) {
            findings.error(
                    place,
                    "FinalNull",
                    name + ": final and null, so it never holds a weight; remove final, and it is allocated for you");
        }
        Optional<StorageSpec> storage = storageReader.read(field, model);
        Optional<Access> access = access(field);
        Optional<ShapeSpec> shape = Optional.ofNullable(shapes.get(name));
        if (initializer.isEmpty() || storage.isEmpty() || access.isEmpty() || shape.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new ParameterSpec(name, access.get(), storage.get(), shape.get(), initializer.get()));
    }

    private Optional<Member> subModel(VariableElement field, SubModels models) {
        if (field.getModifiers().contains(Modifier.STATIC)) {
            return Optional.empty();
        }
        if (models.type().getModifiers().contains(Modifier.PRIVATE)) {
            findings.error(
                    Place.of(field),
                    "PrivateModel",
                    field.getSimpleName() + ": " + models.type().getSimpleName()
                            + " is private, so generated code cannot reach it; make it package-private");
            return Optional.empty();
        }
        if (!finder.isInitialised(models.type())) {
            findings.error(
                    Place.of(field),
                    "NotProcessed",
                    field.getSimpleName() + ": " + SubModelReader.notProcessed(models.type()));
            return Optional.empty();
        }
        return access(field)
                .map(access -> new SubModelSpec(
                        field.getSimpleName().toString(),
                        access,
                        models.name(),
                        models.holder(),
                        SubModelReader.isNullable(field)));
    }

    private Optional<Access> access(VariableElement field) {
        Optional<Access> access = accessReader.read(field, model);
        if (access.isEmpty()) {
            String name = field.getSimpleName().toString();
            findings.error(
                    Place.of(field),
                    "Unreachable",
                    name + ": private in " + model.getQualifiedName()
                            + " and without getter, so generated code cannot reach it; make it package-private or add "
                            + name
                            + "()");
        }
        return access;
    }
}
