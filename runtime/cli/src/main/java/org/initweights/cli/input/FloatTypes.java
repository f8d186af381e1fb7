package org.initweights.cli.input;

import java.util.Iterator;
import java.util.List;
import org.initweights.DType;

/**
 * The types that floats can be stored as, for the help of options.
 *
 * <p>It is immutable, and threads may share it.
 */
public final class FloatTypes implements Iterable<String> {

    @Override
    public Iterator<String> iterator() {
        return List.of(DType.F64, DType.F32, DType.F16, DType.BF16).stream()
                .map(DType::name)
                .iterator();
    }
}
