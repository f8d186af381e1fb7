package org.initweights.io;

import java.util.Arrays;
import java.util.Optional;
import org.initweights.DType;

/**
 * The types of element that a file may hold, by their names in safetensors, in its order: of increasing alignment.
 *
 * <p>Names, shapes and bytes are read of all types, numbers only of those that are {@linkplain #isNumeric() numeric}; a model has
 * parameters of the six that have a {@link #dtype()}.
 */
public enum ElementType {
    BOOL(8),
    F4(4),
    F6_E2M3(6),
    F6_E3M2(6),
    U8(8),
    I8(8),
    F8_E5M2(8),
    F8_E4M3(8),
    F8_E8M0(8),
    F8_E4M3FNUZ(8),
    F8_E5M2FNUZ(8),
    I16(16),
    U16(16),
    F16(16),
    BF16(16),
    I32(32),
    U32(32),
    F32(32),
    C64(64),
    F64(64),
    I64(64),
    U64(64);

    private final int bits;

    ElementType(int bits) {
        this.bits = bits;
    }

    /** The type with this name in a file, for example {@code F32}; empty if there is none. */
    public static Optional<ElementType> named(String name) {
        return Arrays.stream(values()).filter(type -> type.name().equals(name)).findFirst();
    }

    /** The type that parameters of this type are stored as. */
    public static ElementType of(DType dtype) {
        return switch (dtype) {
            case F64 -> F64;
            case F32 -> F32;
            case F16 -> F16;
            case BF16 -> BF16;
            case I32 -> I32;
            case I64 -> I64;
        };
    }

    /** The size of one element in bits. */
    public int bits() {
        return bits;
    }

    /** The type of the parameters that can be loaded from this one, if there are any. */
    public Optional<DType> dtype() {
        return Arrays.stream(DType.values()).filter(dtype -> of(dtype) == this).findFirst();
    }

    /** Whether parameters of floats can be loaded from this one. */
    boolean isFloat() {
        return dtype().filter(dtype -> !dtype.isInteger()).isPresent();
    }

    /** Whether elements may become those of a parameter: floats those of floats, rounded, and integers those of integers, if they fit. */
    boolean isConvertible(DType to) {
        return to.isInteger() ? isInteger() : isFloat();
    }

    /** Whether elements are integers, or truth values, of which each is 0 or 1. */
    public boolean isInteger() {
        return switch (this) {
            case BOOL, U8, I8, I16, U16, I32, U32, I64, U64 -> true;
            default -> false;
        };
    }

    /** Whether elements are read as numbers: all but complex ones and the floats of less than 8 bits. */
    public boolean isNumeric() {
        return switch (this) {
            case F4, F6_E2M3, F6_E3M2, C64 -> false;
            default -> true;
        };
    }
}
