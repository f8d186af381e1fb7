package org.initweights.cli.input;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import org.initweights.cli.output.Dims;
import org.initweights.io.WeightTensor;
import org.initweights.report.Elements;
import org.initweights.report.InitReport;
import org.initweights.report.ParameterReport;
import org.initweights.report.ReportOptions;
import org.jspecify.annotations.Nullable;

/**
 * A tensor of a checkpoint as data: its entry in the header, and what its elements are like, if they are numbers and were read. Moments
 * and bounds are those of the finite elements.
 */
public record StoredStatistics(
        String name,
        String dtype,
        List<Long> shape,
        long elements,
        long bytes,
        @Nullable Double mean,
        @Nullable Double std,
        @Nullable Double min,
        @Nullable Double max,
        @Nullable Long zeros,
        @Nullable Long nan,
        @Nullable Long infinite) {

    private static final ReportOptions NO_PICTURES =
            ReportOptions.defaults().withSampleSize(100).withSpectrumLimit(0);

    /** What the header says. */
    public static List<StoredStatistics> ofNames(Collection<WeightTensor> tensors) {
        return tensors.stream().map(tensor -> of(tensor, null)).toList();
    }

    /**
     * Reads all elements, several tensors at the same time.
     *
     * @param bytesRead is told how many bytes were read, after each read
     */
    public static List<StoredStatistics> measure(Collection<WeightTensor> tensors, LongConsumer bytesRead) {
        List<StoredTensor> numeric = tensors.stream()
                .filter(tensor -> tensor.type().isNumeric())
                .map(tensor -> StoredTensor.of(tensor, bytesRead))
                .toList();
        Map<String, Elements> elements = new HashMap<>();
        for (ParameterReport report : InitReport.of(numeric, NO_PICTURES).parameters()) {
            elements.put(report.name(), report.elements());
        }
        return tensors.stream()
                .map(tensor -> of(tensor, elements.get(tensor.name())))
                .toList();
    }

    private static StoredStatistics of(WeightTensor tensor, @Nullable Elements elements) {
        String name = tensor.name();
        String dtype = tensor.type().name();
        List<Long> shape = Dims.of(tensor.shape());
        return elements == null
                ? new StoredStatistics(
                        name, dtype, shape, tensor.elements(), tensor.bytes(), null, null, null, null, null, null, null)
                : new StoredStatistics(
                        name,
                        dtype,
                        shape,
                        tensor.elements(),
                        tensor.bytes(),
                        elements.moments().mean(),
                        elements.moments().std(),
                        elements.min(),
                        elements.max(),
                        elements.zeros(),
                        elements.notANumber(),
                        elements.infinite());
    }

    /** The shape as text: {@code [64, 3]}. */
    public String dims() {
        return shape.toString();
    }
}
