package org.initweights.report;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
 * @param missing the name of the tensor that it is computed of, if that is not in the report or does not fit, so that elements are not compared
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
        TensorRole role,
        Optional<String> missing) {

    /** A parameter that is trained, has one name, and is computed of no other. */
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
        this(
                name,
                shape,
                dtype,
                fill,
                elements,
                histogram,
                fit,
                difference,
                spectrum,
                signal,
                TensorRole.TRAINED,
                Optional.empty());
    }

    /** What was to be written, as tables say it, and what is out of the ordinary; empty if neither is known. */
    public Optional<String> content() {
        String words = Stream.concat(
                        Stream.of(role.toString()).filter(text -> !text.isEmpty()),
                        missing.stream().map(source -> "not compared with " + source + ", which is not here"))
                .collect(Collectors.joining("; "));
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
