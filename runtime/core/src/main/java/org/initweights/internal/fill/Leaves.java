package org.initweights.internal.fill;

import java.util.stream.Stream;
import org.initweights.Fill;

/** The fills that a composed one is made of, down to those that are not composed. */
public final class Leaves {

    private Leaves() {}

    /** The fills that write something, of slices also the base. */
    public static Stream<Fill> of(Fill fill) {
        if (fill instanceof PartsFill parts) {
            return of(parts.part());
        }
        if (fill instanceof RepeatedFill repeated) {
            return of(repeated.part());
        }
        if (fill instanceof SlicedFill sliced) {
            return Stream.concat(of(sliced.base()), sliced.ranges().stream().flatMap(range -> of(range.fill())));
        }
        return Stream.of(fill);
    }
}
