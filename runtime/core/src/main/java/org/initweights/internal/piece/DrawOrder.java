package org.initweights.internal.piece;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.initweights.Parameter;
import org.initweights.RandomSource;
import org.initweights.internal.draw.Sampler;
import org.initweights.internal.draw.SamplerSource;
import org.initweights.internal.kernel.FillKernel;
import org.initweights.internal.tensor.PagedArray;

/**
 * The parameters that are drawn one after the other, as those of a plan. A source that goes by order draws each of them where it stands
 * after all before it; one that goes by names, anywhere. Threads may share it.
 */
public final class DrawOrder {

    private final List<Parameter> declared;

    /** Parameters in the order of their declaration. */
    public DrawOrder(List<Parameter> declared) {
        this.declared = List.copyOf(declared);
    }

    /** The order that a parameter is drawn in: that of its plan, or itself alone. */
    public static DrawOrder of(Parameter parameter) {
        return parameter instanceof Placed placed ? placed.order() : new DrawOrder(List.of(parameter));
    }

    /** A source that stands where this one stands when nobody else draws from it. */
    public static SamplerSource standing(RandomSource random) {
        SamplerSource source = SamplerSource.of(random);
        List<SamplerSource> copies = new ArrayList<>();
        source.exclusively(() -> copies.add(source.copy()));
        return copies.get(0);
    }

    /** The parameters in the order of their declaration. */
    public List<Parameter> declared() {
        return declared;
    }

    /**
     * Draws elements of one of the parameters, as the source stands now. The source itself stays where it stands.
     *
     * @param source draws on the threads that it has
     */
    public ElementDrawing drawing(Parameter parameter, RandomSource source) {
        SamplerSource asked = SamplerSource.of(source);
        if (asked.isByName()) {
            return new ElementDrawing(parameter, () -> asked.sampler(parameter.name()));
        }
        SamplerSource before = before(parameter, asked);
        return new ElementDrawing(parameter, () -> before.copy().sampler(parameter.name()));
    }

    /** A source that stands where a parameter begins to draw. */
    private SamplerSource before(Parameter parameter, SamplerSource source) {
        SamplerSource at = standing(source);
        Optional<SamplerSource> found = Optional.empty();
        for (Parameter step : at.inOrder(declared)) {
            if (step.name().equals(parameter.name())) {
                found = Optional.of(at.copy());
            }
            pass(step, at.sampler(step.name()));
        }
        return found.orElseThrow();
    }

    /** Draws what a parameter draws, and keeps nothing. */
    private static void pass(Parameter step, Sampler sampler) {
        FillKernel.write(step.fill(), new PagedArray(step.dtype(), step.elements()), sampler);
    }
}
