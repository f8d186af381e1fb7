package org.initweights.report.internal.measure;

import java.util.Optional;
import org.initweights.Fans;
import org.initweights.Fill;
import org.initweights.Nonlinearity;
import org.initweights.Signal;
import org.initweights.internal.fill.NormalFill;
import org.initweights.report.Elements;
import org.initweights.report.Fit;
import org.initweights.report.LayerSignal;
import org.initweights.report.ParameterReport;
import org.initweights.report.ReportOptions;
import org.initweights.report.ReportTensor;
import org.initweights.report.Spectrum;
import org.initweights.report.internal.law.Dependence;
import org.initweights.report.internal.law.ElementDistribution;

/** Measures one tensor, in chunks, so that memory does not grow with its size. */
public final class TensorMeasurement {

    /** With fewer elements than this no test says much. */
    public static final int LEAST_TESTED = 16;

    private static final int CHUNK = 1 << 14;

    private TensorMeasurement() {}

    /** What all elements have in common. */
    public static Elements elements(ReportTensor tensor) {
        return scan(tensor, new StratifiedSample(tensor.shape().elements(), 0), Optional.empty());
    }

    /** All that a report says of the tensor. */
    public static ParameterReport measure(ReportTensor tensor, ReportOptions options) {
        return measure(tensor, options, DerivedValues.NONE);
    }

    /**
     * All that a report says of the tensor.
     *
     * @param derived what tensors are computed of others
     */
    public static ParameterReport measure(ReportTensor tensor, ReportOptions options, DerivedValues derived) {
        StratifiedSample sample = new StratifiedSample(tensor.shape().elements(), options.sampleSize());
        Optional<KnownComparison> comparison = KnownComparison.of(tensor, derived);
        Elements elements = scan(tensor, sample, comparison);
        double[] sorted = sample.sorted();
        boolean finite = elements.count() == elements.moments().count();
        Optional<Spectrum> spectrum = finite ? SingularValues.of(tensor, options.spectrumLimit()) : Optional.empty();
        return new ParameterReport(
                tensor.name(),
                tensor.shape(),
                tensor.dtype(),
                tensor.fill(),
                elements,
                Bins.of(sorted),
                tensor.fill().flatMap(fill -> fit(fill, sorted, tensor)),
                comparison.flatMap(KnownComparison::difference),
                spectrum,
                tensor.role().isTrainable() ? signal(tensor, elements, options.activation()) : Optional.empty(),
                tensor.role(),
                derived.missing(tensor));
    }

    private static Elements scan(ReportTensor tensor, StratifiedSample sample, Optional<KnownComparison> comparison) {
        long count = tensor.shape().elements();
        ElementScan scan = new ElementScan();
        double[] chunk = new double[(int) Math.min(CHUNK, count)];
        for (long from = 0; from < count; from += CHUNK) {
            int some = (int) Math.min(CHUNK, count - from);
            tensor.read(from, some, chunk);
            sample.add(from, chunk, some);
            long start = from;
            comparison.ifPresent(known -> known.add(start, chunk, some));
            scan.add(chunk, some);
        }
        return scan.elements();
    }

    private static Optional<Fit> fit(Fill fill, double[] sorted, ReportTensor tensor) {
        ElementDistribution distribution = ElementDistribution.of(fill);
        return distribution.dependence() == Dependence.INDEPENDENT && sorted.length >= LEAST_TESTED
                ? Optional.of(KolmogorovSmirnov.test(sorted, distribution::probability, tensor.dtype()))
                : Optional.empty();
    }

    private static Optional<LayerSignal> signal(ReportTensor tensor, Elements elements, Nonlinearity activation) {
        if (tensor.shape().unstacked().rank() < 2 || elements.moments().count() == 0) {
            return Optional.empty();
        }
        if (!Double.isFinite(
                NormalFill.reach(elements.moments().mean(), elements.moments().std()))) {
            return Optional.empty();
        }
        Fans fans = tensor.shape().fans();
        Fill measured =
                new NormalFill(elements.moments().mean(), elements.moments().std());
        return Optional.of(new LayerSignal(
                Signal.of(measured, fans, activation),
                tensor.fill().filter(ElementDistribution::hasMoments).map(fill -> Signal.of(fill, fans, activation))));
    }
}
