package org.initweights.internal.piece;

import java.lang.ref.SoftReference;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.initweights.Parameter;
import org.initweights.RandomSource;
import org.initweights.internal.derive.Derivations;
import org.initweights.internal.derive.Deriving;
import org.initweights.internal.draw.SamplerSource;
import org.initweights.internal.fill.DerivedFill;
import org.initweights.internal.kernel.FillKernel;
import org.initweights.internal.rule.NamedResolution;
import org.initweights.internal.tensor.PagedArray;
import org.initweights.internal.tensor.WindowStorage;
import org.initweights.internal.work.Workers;
import org.jspecify.annotations.Nullable;

/**
 * The parameters that are drawn one after the other, as those of a plan. A source that goes by order draws each of them where it stands
 * after all before it; one that goes by names, anywhere. Where it stands is found once for all parameters, and kept as long as there is
 * memory for it. Threads may share it.
 */
public final class DrawOrder {

    private final List<Parameter> declared;
    private final Derivations derivations;
    private volatile SoftReference<@Nullable PlacedSource> last = new SoftReference<>(null);

    /** Parameters in the order of their declaration. */
    public DrawOrder(List<Parameter> declared) {
        this.declared = List.copyOf(declared);
        this.derivations = Derivations.among(this.declared);
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

    /** Draws elements of one of the parameters, as the source stands now. The source itself stays where it stands. */
    public DrawnElements drawing(Parameter parameter, RandomSource source) {
        if (parameter.hasInitializer() && parameter.fill() instanceof DerivedFill fill) {
            return computed(parameter, fill, source);
        }
        SamplerSource placed = placed(source);
        return new ElementDrawing(parameter, () -> placed.sampler(streamName(parameter)));
    }

    /** What is computed of another parameter, or copied from one that is. */
    private DrawnElements computed(Parameter parameter, DerivedFill fill, RandomSource random) {
        Optional<Parameter> sibling = derivations.source(parameter);
        Parameter source = sibling.or(
                        () -> parameter instanceof Deriving deriving ? deriving.source() : Optional.empty())
                .orElseThrow(() -> NamedResolution.named(parameter.name(), fill.alone()));
        DrawnElements drawn = (sibling.isPresent() ? this : of(source)).drawing(source, random);
        return parameter.copyOf().isPresent() ? drawn : new ComputedDrawing(parameter, source, drawn);
    }

    /** Those that are drawn: all but those that start from others of them. */
    public List<Parameter> drawn() {
        return derivations.drawn();
    }

    /** The name that a parameter's random numbers go by: a copy has those of what it copies. */
    public static String streamName(Parameter parameter) {
        return parameter.copyOf().orElse(parameter.name());
    }

    /** A source that draws each of the parameters wherever it is asked to; one that goes by names is that itself. */
    public SamplerSource placed(RandomSource random) {
        SamplerSource source = SamplerSource.of(random);
        if (source.isByName()) {
            return source;
        }
        SamplerSource begin = standing(random);
        String print = begin.fingerprint(List.of());
        PlacedSource known = last.get();
        if (known == null || !known.print().equals(print)) {
            known = new PlacedSource(places(begin.on(Workers.CALLER)), source.toString(), print, Workers.COMMON_POOL);
            last = new SoftReference<>(known);
        }
        return known;
    }

    private Map<String, SamplerSource> places(SamplerSource source) {
        Map<String, SamplerSource> places = new LinkedHashMap<>();
        for (Parameter step : source.inOrder(derivations.independent())) {
            places.put(step.name(), source.copy());
            NamedResolution.naming(
                    step.name(),
                    () -> FillKernel.write(
                            step.fill(),
                            new WindowStorage(new PagedArray(step.dtype(), 0), 0, step.elements()),
                            source.sampler(step.name())));
        }
        return places;
    }
}
