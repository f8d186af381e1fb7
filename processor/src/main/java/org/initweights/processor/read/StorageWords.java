package org.initweights.processor.read;

import org.initweights.DType;
import org.initweights.processor.model.StorageSpec;

/** What a field keeps its parameter in, as messages name it: like the run time's. */
final class StorageWords {

    private StorageWords() {}

    static String of(StorageSpec storage) {
        if (storage instanceof StorageSpec.Nested nested) {
            return element(nested.element()) + "[]".repeat(nested.depth());
        }
        if (storage instanceof StorageSpec.Flat flat) {
            return flat.element() == DType.F16 || flat.element() == DType.BF16
                    ? "short[] of " + element(flat.element())
                    : element(flat.element()) + "[]";
        }
        if (storage instanceof StorageSpec.Buffer buffer) {
            return switch (buffer.element()) {
                case F32 -> "FloatBuffer";
                case F64 -> "DoubleBuffer";
                default -> "ShortBuffer of " + element(buffer.element());
            };
        }
        return "the tensors of " + ((StorageSpec.Adapted) storage).adapter().simpleName();
    }

    private static String element(DType type) {
        return switch (type) {
            case F64 -> "double";
            case F32 -> "float";
            case F16 -> "FP16";
            case BF16 -> "BF16";
            case I32 -> "int";
            case I64 -> "long";
        };
    }
}
