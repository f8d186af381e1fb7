package org.initweights.processor.resolve;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.initweights.Fill;
import org.initweights.Signal;
import org.initweights.TensorShape;
import org.initweights.processor.model.ParameterSpec;

/**
 * A parameter with all that is known of it while the model compiles.
 *
 * @param shape its shape, if every size is known
 * @param initializer what the initializer of what is in no slice does
 * @param slices what the others do
 * @param fill what will be written, with all slices
 * @param distribution that in words; where it depends on sizes that are not known, the formulas that it comes from
 * @param signal what the layer does to the variance of the signal; without a declared activation, as a linear layer
 */
public record ResolvedParameter(
        ParameterSpec spec,
        Optional<TensorShape> shape,
        ResolvedInitializer initializer,
        List<ResolvedSlice> slices,
        Optional<Fill> fill,
        String distribution,
        Optional<Signal> signal) {

    public String name() {
        return spec.name();
    }

    /** What the initializers do, and where their numbers come from. */
    public String explanation() {
        Stream<String> whole = spec.initializer().isGiven() ? Stream.of(initializer.explanation()) : Stream.of();
        Stream<String> rows = slices.stream()
                .map(slice -> slice.spec().places().words() + " "
                        + slice.initializer().explanation());
        return Stream.concat(whole, rows).collect(Collectors.joining("; "));
    }
}
