package org.initweights.testing;

import java.util.List;
import org.initweights.DType;

/** The types that weights have, for tests which draw random numbers. */
public final class FloatTypes {

    public static final List<DType> ALL = List.of(DType.F64, DType.F32, DType.F16, DType.BF16);

    private FloatTypes() {}
}
