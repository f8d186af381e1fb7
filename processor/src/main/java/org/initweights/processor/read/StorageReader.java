package org.initweights.processor.read;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.initweights.DType;
import org.initweights.HalfFormat;
import org.initweights.annotation.HalfFloat;
import org.initweights.internal.message.Article;
import org.initweights.processor.model.StorageSpec;
import org.initweights.processor.report.Findings;

/** Reads from a field's type how it keeps its parameter. */
final class StorageReader {

    private static final Map<String, StorageSpec> BUILT_IN = Map.of(
            "float[]", new StorageSpec.Flat(DType.F32),
            "double[]", new StorageSpec.Flat(DType.F64),
            "java.nio.FloatBuffer", new StorageSpec.Buffer(DType.F32),
            "java.nio.DoubleBuffer", new StorageSpec.Buffer(DType.F64));

    /** Such a field is a parameter only if it says so: most arrays of integers are none. */
    private static final Map<String, StorageSpec> INTEGERS =
            Map.of("int[]", new StorageSpec.Flat(DType.I32), "long[]", new StorageSpec.Flat(DType.I64));

    private static final Map<TypeKind, DType> ELEMENTS = Map.of(
            TypeKind.FLOAT, DType.F32,
            TypeKind.DOUBLE, DType.F64,
            TypeKind.INT, DType.I32,
            TypeKind.LONG, DType.I64);

    private static final Set<String> NUMBERS = Set.of("java.lang.Float", "java.lang.Double");

    private final AnnotationFinder annotations;
    private final AdapterReader adapters;
    private final Findings findings;

    StorageReader(AnnotationFinder annotations, AdapterReader adapters, Findings findings) {
        this.annotations = annotations;
        this.adapters = adapters;
        this.findings = findings;
    }

    Optional<StorageSpec> read(VariableElement field) {
        TypeMirror type = field.asType();
        String name = TypeShapes.written(type);
        Optional<AnnotationView> half = annotations.find(field, HalfFloat.class);
        if (name.equals("short[]") || name.equals("java.nio.ShortBuffer")) {
            return half(field, half, name.equals("short[]"));
        }
        if (half.isPresent()) {
            findings.error(
                    half.get().place(),
                    "HalfFloatType",
                    field.getSimpleName()
                            + ": @HalfFloat says what the bits of a short[] or ShortBuffer mean, but this is a "
                            + name);
            return Optional.empty();
        }
        if (adapters.knows(type)) {
            return adapters.read(field);
        }
        Optional<StorageSpec> known = Optional.ofNullable(BUILT_IN.get(name))
                .or(() -> Optional.ofNullable(INTEGERS.get(name)))
                .or(() -> nested(type));
        if (known.isEmpty() && type.getKind().isPrimitive()) {
            findings.error(
                    annotations.place(field),
                    "FieldType",
                    field.getSimpleName() + ": cannot keep weights in " + Article.with(name)
                            + "; a scalar is a float[] of @Shape({})");
        } else if (known.isEmpty()) {
            findings.error(
                    annotations.place(field),
                    "FieldType",
                    field.getSimpleName() + ": cannot keep weights in " + Article.with(kept(type)) + "; " + cure(type));
        }
        return known;
    }

    /** The type as it is named in a message: with its arguments if they decide. */
    private String kept(TypeMirror type) {
        return adapters.others(type).isEmpty() ? TypeShapes.written(type) : TypeShapes.simple(type);
    }

    private String cure(TypeMirror type) {
        if (isNumber(type)) {
            return "a scalar is @Shape({}) float[]";
        }
        List<String> others = adapters.others(type);
        return others.isEmpty()
                ? "use float[], double[], arrays of them, FloatBuffer, DoubleBuffer, short[] or ShortBuffer with @HalfFloat, or name a "
                        + "TensorAdapter in @InitWeights(adapters = …) on the class"
                : "the adapters that are there are for " + String.join(", ", others) + "; declare it as one of these";
    }

    /** Whether a field of this type can keep weights. */
    boolean isTensor(VariableElement field) {
        return isTensor(field.asType()) || adapters.mayKnow(field.asType());
    }

    /** Whether a type is one that keeps weights without an adapter. */
    static boolean isTensor(TypeMirror type) {
        return BUILT_IN.containsKey(TypeShapes.written(type))
                || nested(type)
                        .flatMap(StorageSpec::dtype)
                        .filter(dtype -> !dtype.isInteger())
                        .isPresent();
    }

    /** Whether a type holds one number. */
    private static boolean isNumber(TypeMirror type) {
        return type.getKind().isPrimitive() || NUMBERS.contains(TypeShapes.written(type));
    }

    private Optional<StorageSpec> half(VariableElement field, Optional<AnnotationView> half, boolean array) {
        if (half.isEmpty()) {
            findings.error(
                    annotations.place(field),
                    "MissingHalfFormat",
                    field.getSimpleName() + ": " + (array ? "a short[]" : "a ShortBuffer")
                            + " can hold two kinds of half floats; add @HalfFloat(HalfFormat.BF16) or FP16");
            return Optional.empty();
        }
        HalfFormat format = half.get().constant("value", HalfFormat.class);
        DType element = format == HalfFormat.FP16 ? DType.F16 : DType.BF16;
        return Optional.of(array ? new StorageSpec.Flat(element) : new StorageSpec.Buffer(element));
    }

    private static Optional<StorageSpec> nested(TypeMirror type) {
        int depth = 0;
        TypeMirror inner = type;
        while (TypeShapes.component(inner).isPresent()) {
            inner = TypeShapes.component(inner).get();
            depth++;
        }
        DType element = ELEMENTS.get(inner.getKind());
        return depth >= 2 && element != null ? Optional.of(new StorageSpec.Nested(depth, element)) : Optional.empty();
    }
}
