package org.initweights.cli.compare;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongConsumer;
import org.initweights.cli.compare.Difference.Entry;
import org.initweights.cli.compare.Difference.Kind;
import org.initweights.io.ElementType;
import org.initweights.io.StoredWeights;
import org.initweights.io.WeightTensor;
import org.jspecify.annotations.Nullable;

/**
 * Compares the tensors of two checkpoints by name, wherever they are in their files.
 *
 * @param tolerance by how much numbers may differ and still count as equal
 * @param bytesRead is told how many bytes of {@code a} were compared, after each comparison
 */
public record CheckpointComparison(StoredWeights a, StoredWeights b, double tolerance, LongConsumer bytesRead) {

    private static final int CHUNK = 1 << 16;

    /** The names of all tensors, those of the first checkpoint first. */
    public Set<String> names() {
        Set<String> names = new LinkedHashSet<>();
        a.tensors().forEach(tensor -> names.add(tensor.name()));
        b.tensors().forEach(tensor -> names.add(tensor.name()));
        return names;
    }

    /** The tensors that differ, in the order of {@link #names()}; several are compared at the same time. */
    public List<Difference> differences() {
        return List.copyOf(names()).parallelStream()
                .map(name ->
                        difference(name, a.find(name).orElse(null), b.find(name).orElse(null)))
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<Difference> difference(String name, @Nullable WeightTensor first, @Nullable WeightTensor second) {
        if (first == null || second == null) {
            Kind kind = first == null ? Kind.ONLY_IN_B : Kind.ONLY_IN_A;
            return Optional.of(new Difference(name, kind, Entry.of(first), Entry.of(second), null));
        }
        if (!first.shape().equals(second.shape())) {
            return Optional.of(new Difference(name, Kind.SHAPE, Entry.of(first), Entry.of(second), null));
        }
        try {
            return elementDifference(first, second);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Optional<Difference> elementDifference(WeightTensor first, WeightTensor second) throws IOException {
        boolean numeric = first.type().isNumeric() && second.type().isNumeric();
        ValueDifference values = numeric ? values(first, second) : null;
        Kind kind = first.type() == second.type() ? Kind.VALUES : Kind.DTYPE;
        if (kind == Kind.DTYPE || (values != null && values.differing() > 0)) {
            return Optional.of(new Difference(first.name(), kind, Entry.of(first), Entry.of(second), values));
        }
        return (numeric && isExact(first.type())) || equalBytes(first, second)
                ? Optional.empty()
                : Optional.of(new Difference(first.name(), kind, Entry.of(first), Entry.of(second), null));
    }

    /** Whether a tolerance is meant, or numbers of this type are read as they are; large integers are not. */
    private boolean isExact(ElementType type) {
        return tolerance > 0 || (type != ElementType.I64 && type != ElementType.U64);
    }

    private ValueDifference values(WeightTensor first, WeightTensor second) throws IOException {
        ValueDifference difference = ValueDifference.none(first.elements());
        for (long from = 0; from < first.elements(); from += CHUNK) {
            int count = (int) Math.min(CHUNK, first.elements() - from);
            double[] some = new double[count];
            double[] others = new double[count];
            first.read(from, some);
            second.read(from, others);
            difference = difference.with(some, others, tolerance);
            bytesRead.accept((long) count * first.type().bits() / Byte.SIZE);
        }
        return difference;
    }

    private boolean equalBytes(WeightTensor first, WeightTensor second) throws IOException {
        for (long from = 0; from < first.bytes(); from += CHUNK) {
            int count = (int) Math.min(CHUNK, first.bytes() - from);
            if (!bytes(first, from, count).equals(bytes(second, from, count))) {
                return false;
            }
            bytesRead.accept(count);
        }
        return true;
    }

    private static ByteBuffer bytes(WeightTensor tensor, long from, int count) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(count);
        tensor.readBytes(from, bytes);
        return bytes.flip();
    }
}
