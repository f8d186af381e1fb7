package org.initweights.io;

import java.util.Arrays;
import java.util.Optional;

/**
 * The types of tensors in GGUF files, by their names in GGML. Those that are quantised have blocks of several elements with a common
 * scale; their bytes are read, but not their numbers.
 */
public enum GgufType {
    F32(0, ElementType.F32),
    F16(1, ElementType.F16),
    Q4_0(2, 32, 18),
    Q4_1(3, 32, 20),
    Q5_0(6, 32, 22),
    Q5_1(7, 32, 24),
    Q8_0(8, 32, 34),
    Q8_1(9, 32, 36),
    Q2_K(10, 256, 84),
    Q3_K(11, 256, 110),
    Q4_K(12, 256, 144),
    Q5_K(13, 256, 176),
    Q6_K(14, 256, 210),
    Q8_K(15, 256, 292),
    IQ2_XXS(16, 256, 66),
    IQ2_XS(17, 256, 74),
    IQ3_XXS(18, 256, 98),
    IQ1_S(19, 256, 50),
    IQ4_NL(20, 32, 18),
    IQ3_S(21, 256, 110),
    IQ2_S(22, 256, 82),
    IQ4_XS(23, 256, 136),
    I8(24, ElementType.I8),
    I16(25, ElementType.I16),
    I32(26, ElementType.I32),
    I64(27, ElementType.I64),
    F64(28, ElementType.F64),
    IQ1_M(29, 256, 56),
    BF16(30, ElementType.BF16),
    TQ1_0(34, 256, 54),
    TQ2_0(35, 256, 66),
    MXFP4(39, 32, 17),
    NVFP4(40, 64, 36);

    private final int code;
    private final int blockElements;
    private final int blockBytes;
    private final Optional<ElementType> elementType;

    GgufType(int code, int blockElements, int blockBytes) {
        this.code = code;
        this.blockElements = blockElements;
        this.blockBytes = blockBytes;
        this.elementType = Optional.empty();
    }

    GgufType(int code, ElementType elementType) {
        this.code = code;
        this.blockElements = 1;
        this.blockBytes = elementType.bits() / Byte.SIZE;
        this.elementType = Optional.of(elementType);
    }

    /** The type of this number in a file; empty if it is not known. */
    public static Optional<GgufType> of(int code) {
        return Arrays.stream(values()).filter(type -> type.code == code).findFirst();
    }

    /** How many elements a block has: 1 if the type is not quantised. */
    public int blockElements() {
        return blockElements;
    }

    /** How many bytes a block takes. */
    public int blockBytes() {
        return blockBytes;
    }

    /** The type of the elements if each is a number of its own; empty if the type is quantised. */
    public Optional<ElementType> elementType() {
        return elementType;
    }
}
