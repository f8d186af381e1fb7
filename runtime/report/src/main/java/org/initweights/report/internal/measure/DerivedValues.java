package org.initweights.report.internal.measure;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.initweights.InitializationException;
import org.initweights.internal.derive.DerivedKernel;
import org.initweights.internal.derive.SourceElements;
import org.initweights.internal.fill.DerivedFill;
import org.initweights.internal.values.KnownElements;
import org.initweights.report.ReportTensor;

/**
 * What tensors should hold that are computed of others in the same report, of the elements that these have now. They are computed by the thread that
 * makes this, before tensors are read by several.
 */
public final class DerivedValues {

    /** Of none. */
    static final DerivedValues NONE = new DerivedValues(new IdentityHashMap<>(), new IdentityHashMap<>());

    private final IdentityHashMap<ReportTensor, DerivedFill> fills;
    private final IdentityHashMap<ReportTensor, double[]> values;

    private DerivedValues(
            IdentityHashMap<ReportTensor, DerivedFill> fills, IdentityHashMap<ReportTensor, double[]> values) {
        this.fills = fills;
        this.values = values;
    }

    /** Those of some tensors, as far as what they are computed of is among them and fits. */
    public static DerivedValues of(List<ReportTensor> tensors) {
        IdentityHashMap<ReportTensor, DerivedFill> fills = new IdentityHashMap<>();
        for (ReportTensor tensor : tensors) {
            tensor.fill()
                    .filter(DerivedFill.class::isInstance)
                    .filter(fill -> tensor.role().copyOf().isEmpty())
                    .ifPresent(fill -> fills.put(tensor, (DerivedFill) fill));
        }
        if (fills.isEmpty()) {
            return NONE;
        }
        Map<String, ReportTensor> byName = new HashMap<>();
        tensors.forEach(tensor -> byName.putIfAbsent(tensor.name(), tensor));
        tensors.forEach(tensor -> tensor.role().otherNames().forEach(name -> byName.putIfAbsent(name, tensor)));
        IdentityHashMap<ReportTensor, double[]> values = new IdentityHashMap<>();
        fills.forEach((tensor, fill) -> Optional.ofNullable(byName.get(fill.sourceOf(tensor.name())))
                .filter(source -> fits(fill, tensor, source))
                .map(source ->
                        DerivedKernel.values(fill, new SourceElements(source.shape(), source.dtype(), source::read)))
                .ifPresent(computed -> values.put(tensor, computed)));
        return new DerivedValues(fills, values);
    }

    private static boolean fits(DerivedFill fill, ReportTensor tensor, ReportTensor source) {
        try {
            fill.checkFits(tensor.shape(), source.shape());
            return fill.fits(tensor.shape().elements());
        } catch (InitializationException e) {
            // Tensors of a file may have any shapes.
            return false;
        }
    }

    /** The name of what a tensor is computed of, if its elements are not known for want of that. */
    Optional<String> missing(ReportTensor tensor) {
        return Optional.ofNullable(fills.get(tensor))
                .filter(fill -> !values.containsKey(tensor))
                .map(fill -> fill.sourceOf(tensor.name()));
    }

    Optional<KnownElements.Source> of(ReportTensor tensor) {
        return Optional.ofNullable(values.get(tensor))
                .map(all -> (from, count, out) -> System.arraycopy(all, Math.toIntExact(from), out, 0, count));
    }
}
