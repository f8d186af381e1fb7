package org.initweights.internal.piece;

import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.initweights.DType;
import org.initweights.internal.draw.Sampler;
import org.initweights.internal.draw.SamplerSource;
import org.initweights.internal.fill.TruncatedNormalFill;
import org.initweights.internal.work.Workers;

/**
 * A source that goes by order, for the parameters of one plan: it knows where each begins, and so draws any of them first. It has no state;
 * threads may share it.
 *
 * @param places where the source stands when the parameter of a name draws; not changed any more
 * @param name of the source
 * @param print tells the source from others
 * @param workers the threads that draw
 */
record PlacedSource(Map<String, SamplerSource> places, String name, String print, Workers workers)
        implements SamplerSource {

    @Override
    public Sampler sampler(String parameter) {
        SamplerSource place = places.get(parameter);
        if (place == null) {
            throw new IllegalArgumentException(name + " was placed for the parameters of a plan without " + parameter
                    + "; place it for the plan that has it");
        }
        return place.copy().on(workers).sampler(parameter);
    }

    @Override
    public void check(TruncatedNormalFill fill, DType dtype) {
        places.values().stream().findFirst().ifPresent(place -> place.check(fill, dtype));
    }

    @Override
    public SamplerSource on(Workers others) {
        return new PlacedSource(places, name, print, others);
    }

    @Override
    public String fingerprint(List<String> parameters) {
        return print;
    }

    /** What it is written as; the places share what they have in common. */
    private record Form(LinkedHashMap<String, SamplerSource> places, String name, String print)
            implements Serializable {
        private Object readResolve() {
            return new PlacedSource(places, name, print, Workers.COMMON_POOL);
        }
    }

    private Object writeReplace() {
        return new Form(new LinkedHashMap<>(places), name, print);
    }

    @Override
    public String toString() {
        return name;
    }
}
