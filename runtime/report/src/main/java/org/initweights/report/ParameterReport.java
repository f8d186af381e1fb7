package org.initweights.report;

import java.util.Optional;
import org.initweights.DType;
import org.initweights.Fill;
import org.initweights.TensorShape;

/**
 * What was found of one parameter.
 *
 * @param fill what was to be written, if that is known
 * @param elements what all its elements have in common
 * @param histogram how a sample of them lies
 * @param fit how well that sample fits {@code fill}, if its elements are drawn independently and there are 16 or more
 * @param difference where its elements are not those of a table, of given values, or computed of another tensor in the report
 * @param spectrum its singular values, if it is a matrix that is small enough
 * @param signal what it does to the signal, if it is the weight of a layer that is trained
 * @param role what it is to its model
 */
public record ParameterReport(
        String name,
        TensorShape shape,
        DType dtype,
        Optional<Fill> fill,
        Elements elements,
        Histogram histogram,
        Optional<Fit> fit,
        Optional<ElementDifference> difference,
        Optional<Spectrum> spectrum,
        Optional<LayerSignal> signal,
        TensorRole role) {

    /** A parameter that is trained, and has one name. */
    public ParameterReport(
            String name,
            TensorShape shape,
            DType dtype,
            Optional<Fill> fill,
            Elements elements,
            Histogram histogram,
            Optional<Fit> fit,
            Optional<ElementDifference> difference,
            Optional<Spectrum> spectrum,
            Optional<LayerSignal> signal) {
        this(name, shape, dtype, fill, elements, histogram, fit, difference, spectrum, signal, TensorRole.TRAINED);
    }

    /** What was to be written, as tables say it, and what is out of the ordinary; empty if neither is known. */
    public Optional<String> content() {
        String words = role.toString();
        return fill.map(Fill::toString)
                .map(text -> words.isEmpty() ? text : text + ", " + words)
                .or(() -> Optional.of(words).filter(text -> !text.isEmpty()));
    }

    /** How many bytes it takes. */
    public long bytes() {
        return shape.elements() * dtype.bytes();
    }

    /** Whether it has two axes or more along which there is more than one element: the weight of a layer, not a bias or a scale. */
    public boolean isMatrix() {
        int wide = 0;
        for (long size : shape.dims()) {
            wide += size > 1 ? 1 : 0;
        }
        return wide >= 2;
    }
}
