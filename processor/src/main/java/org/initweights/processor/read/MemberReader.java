package org.initweights.processor.read;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.initweights.Nonlinearity;
import org.initweights.annotation.Activation;
import org.initweights.annotation.HalfFloat;
import org.initweights.annotation.NonTrainable;
import org.initweights.annotation.Shape;
import org.initweights.annotation.Skip;
import org.initweights.processor.expression.DimensionReader;
import org.initweights.processor.model.Access;
import org.initweights.processor.model.InitializerSpec;
import org.initweights.processor.model.Member;
import org.initweights.processor.model.ParameterSpec;
import org.initweights.processor.model.Place;
import org.initweights.processor.model.Presence;
import org.initweights.processor.model.ShapeSpec;
import org.initweights.processor.model.StorageSpec;
import org.initweights.processor.report.Findings;
import org.initweights.processor.report.Lint;

/** Reads the fields of one model. */
final class MemberReader {

    private static final String KEEPS_ZEROS =
            "no initializer, so it keeps Java's zeros; annotate it, or @Skip it if it is no parameter";

    private final TypeElement model;
    private final SourceTrees sources;
    private final SourceLanguage language;
    private final AnnotationFinder annotations;
    private final Findings findings;
    private final ShapeReader shapeReader;
    private final StorageReader storageReader;
    private final ModelFields fields;
    private final Forgotten forgotten;
    private final SubModelMembers subModels;
    private final AccessReader accessReader;
    private final Types types;
    private final MemberScope scope;
    private final Reach reach;
    private final Mentions mentions;
    private final SliceReader sliceReader;
    private final PresenceReader presenceReader;
    private final NonTrainableField notTrained;
    private final AllocatedLengths arrayLengths;
    private final InitializerReader initializerReader;
    private final Map<String, ShapeSpec> shapes = new HashMap<>();

    MemberReader(
            ModelFields fields,
            Elements elements,
            Types types,
            SourceTrees sources,
            AnnotationFinder annotations,
            ModelFinder finder,
            Mentions mentions,
            Findings findings) {
        this.mentions = mentions;
        this.fields = fields;
        this.model = fields.model();
        this.sources = sources;
        this.annotations = annotations;
        this.findings = findings;
        this.types = types;
        this.language = SourceLanguage.of(model);
        Making making = new Making(elements, types, model, mentions);
        this.reach = new Reach(elements, model);
        this.scope = new MemberScope(model, elements, types, sources, mentions);
        this.shapeReader = new ShapeReader(annotations, sources, DimensionReader.exact(scope), findings);
        this.storageReader = new StorageReader(
                annotations,
                new AdapterReader(annotations, finder.adapters(), types, making, model, findings),
                findings);
        this.forgotten = new Forgotten(model, sources, annotations, finder, findings);
        this.subModels = new SubModelMembers(model, elements, types, sources, annotations, finder, forgotten, findings);
        this.accessReader = new AccessReader(elements, types, reach, mentions);
        this.initializerReader =
                new InitializerReader(shapes, new InitWithReader(making, reach, mentions, findings), findings);
        this.notTrained = new NonTrainableField(annotations, findings);
        this.arrayLengths = new AllocatedLengths(sources, annotations, findings);
        this.presenceReader = new PresenceReader(annotations, scope, findings);
        this.sliceReader = new SliceReader(annotations, initializerReader, scope, findings);
    }

    /** The members among the fields of the model. */
    List<Member> readAll() {
        readShapes(fields.own());
        return fields.all().stream().map(this::read).flatMap(Optional::stream).toList();
    }

    /** Reads the model's rules, whose formulas may name the same numbers. */
    RuleReader ruleReader() {
        return new RuleReader(annotations, initializerReader, scope, reach, mentions, types, findings);
    }

    /** Reads what the model's sizes must be. */
    SizeCheckReader sizeCheckReader() {
        return new SizeCheckReader(annotations, DimensionReader.exact(scope), findings);
    }

    /** Reads all shapes first, since an initializer may look at the shape of another field. */
    private void readShapes(List<VariableElement> fields) {
        for (VariableElement field : fields) {
            if (isParameter(field)) {
                shapeReader
                        .read(field)
                        .ifPresent(shape -> shapes.put(field.getSimpleName().toString(), shape));
            }
        }
    }

    private Optional<Member> read(VariableElement field) {
        List<InitializerUse> initializers = annotations.initializers(field);
        if (initializers.isEmpty() && annotations.onParameter(field).isPresent()) {
            String problem = KotlinFields.onParameter(
                    field, annotations.onParameter(field).get());
            findings.error(annotations.place(field), "KotlinParameter", problem);
            return Optional.empty();
        }
        if (LoneTransform.report(field, initializers, annotations, findings)) {
            return Optional.empty();
        }
        Optional<AnnotationView> skip = annotations.find(field, Skip.class);
        if (skip.isPresent()) {
            for (InitializerUse use : initializers) {
                findings.error(
                        skip.get().place(),
                        "SkipAndInitializer",
                        field.getSimpleName() + ": @Skip and " + use.display() + " contradict each other; keep one");
            }
            return Optional.empty();
        }
        if (isParameter(field)) {
            return parameter(field, initializers);
        }
        TypeMirror type = fields.type(field, types);
        if (!subModels.holds(type) && notTrained.isMisplaced(field)) {
            return Optional.empty();
        }
        if (!subModels.holds(type) && storageReader.isTensor(field)) {
            forgotten.report(field, KEEPS_ZEROS);
            return Optional.empty();
        }
        return subModels.read(field, type, way(field));
    }

    private boolean isParameter(VariableElement field) {
        return annotations.find(field, Skip.class).isEmpty()
                && (!annotations.initializers(field).isEmpty()
                        || annotations.find(field, Shape.class).isPresent()
                        || annotations.find(field, HalfFloat.class).isPresent());
    }

    private Optional<Member> parameter(VariableElement field, List<InitializerUse> initializers) {
        String name = field.getSimpleName().toString();
        Place place = initializers.isEmpty()
                ? annotations.place(field)
                : initializers.get(0).place();
        if (!new TensorField(language, sources, findings).canBeParameter(field, place)) {
            return Optional.empty();
        }
        Optional<ShapeSpec> shape = Optional.ofNullable(shapes.get(name));
        FieldNames names = new FieldNames(shape, scope);
        SliceReader.Parted parted = sliceReader.part(field, initializers);
        Optional<InitializerSpec> initializer = initializer(field, parted, names);
        Optional<StorageSpec> storage = storageReader.read(field);
        Optional<Presence> presence = presenceReader.read(field);
        Optional<Access> access = access(field);
        access.flatMap(found -> KotlinFields.neverSet(field, found)
                        .or(() -> accessReader.nullForEver(field, found, model, sources)))
                .ifPresent(problem -> findings.error(place, "NoSetter", name + ": " + problem));
        if (presence.filter(Presence.Always.class::isInstance).isPresent()) {
            shape.flatMap(scope::nullable)
                    .ifPresent(problem ->
                            findings.lint(Lint.NULLABLE_SIZE, shape.get().place(), name + ": " + problem));
        }
        if (initializer.isEmpty() || storage.isEmpty() || access.isEmpty() || shape.isEmpty() || presence.isEmpty()) {
            return Optional.empty();
        }
        arrayLengths.check(field, shape.get(), storage.get());
        ParameterSpec parameter = new ParameterSpec(
                name,
                access.get(),
                storage.get(),
                shape.get(),
                presence.get(),
                initializer.get(),
                sliceReader.read(name, parted.rows(), shape.get(), names),
                activation(field),
                annotations.find(field, NonTrainable.class).isEmpty(),
                annotations.place(field));
        parted.whole().forEach(use -> new TrainedBuffer(findings).check(use, parameter));
        return Optional.of(parameter);
    }

    /** The initializer of the rows that are in no slice. */
    private Optional<InitializerSpec> initializer(VariableElement field, SliceReader.Parted parted, FieldNames names) {
        String name = field.getSimpleName().toString();
        if (parted.whole().isEmpty()) {
            if (parted.rows().isEmpty()) {
                Optional<String> tiedTo = ReadBinding.tiedTo(annotations, model, name);
                if (tiedTo.isEmpty()) {
                    forgotten.report(field, KEEPS_ZEROS);
                }
                return tiedTo.map(to -> InitializerSpec.ofTied(annotations.place(field), to));
            }
            initializerReader.reportTwo(name, parted.taken());
            return Optional.of(InitializerSpec.ofNoRows(parted.rows().get(0).place()));
        }
        initializerReader.reportTwo(name, parted.whole());
        return initializerReader.read(name, parted.whole().get(0), names);
    }

    private Optional<Nonlinearity> activation(VariableElement field) {
        return annotations
                .find(field, Activation.class)
                .or(() -> annotations.find(model, Activation.class))
                .map(view -> view.constant("value", Nonlinearity.class));
    }

    private SubModelMembers.Way way(VariableElement field) {
        return new SubModelMembers.Way() {
            @Override
            public Optional<Access> find() {
                return accessReader.read(field, model);
            }

            @Override
            public Optional<Access> findOrReport() {
                return access(field);
            }
        };
    }

    private Optional<Access> access(VariableElement field) {
        Optional<Access> access = accessReader.read(field, model);
        if (access.isEmpty()) {
            String name = field.getSimpleName().toString();
            Optional<String> throwing = accessReader.throwing(field, model);
            findings.error(
                    annotations.place(field),
                    throwing.isPresent() ? "CheckedException" : "Unreachable",
                    name + ": " + throwing.orElseGet(() -> unreachable(field)));
        }
        return access;
    }

    private String unreachable(VariableElement field) {
        String name = field.getSimpleName().toString();
        TypeElement home = SourceLanguage.typeAround(field).orElseThrow();
        if (home.equals(model)) {
            return language.unreachable(name, model) + Lombok.hint(field);
        }
        String where = "declared in " + home.getQualifiedName() + ", which " + model.getSimpleName() + " extends, ";
        return AccessReader.hiding(field, model)
                .map(hiding ->
                        where + "and hidden by the " + name + " of " + hiding.getSimpleName() + "; rename one of them")
                .orElseGet(() -> where + "where generated code cannot reach it; add a public getter " + name + "()"
                        + " there, or mark " + home.getSimpleName() + " with @InitWeights");
    }
}
