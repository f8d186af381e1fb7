package org.initweights.internal.files.gguf;

import java.nio.ByteOrder;
import java.util.List;
import java.util.Map;

/**
 * What a GGUF file begins with.
 *
 * @param version 2 or 3
 * @param order the byte order of all numbers, those of the tensors too
 * @param metadata strings, truth values, numbers and lists of them by their keys, in the order of the file
 * @param tensors in the order of the file
 * @param dataStart where the data begins in the file
 */
public record GgufHeader(
        int version, ByteOrder order, Map<String, Object> metadata, List<GgufEntry> tensors, long dataStart) {}
