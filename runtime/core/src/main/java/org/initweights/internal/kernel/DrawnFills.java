package org.initweights.internal.kernel;

import org.initweights.DType;
import org.initweights.Fill;
import org.initweights.Parameter;
import org.initweights.internal.draw.SamplerSource;
import org.initweights.internal.fill.Leaves;
import org.initweights.internal.fill.TruncatedNormalFill;
import org.initweights.internal.rule.NamedResolution;
import org.initweights.internal.values.TransformedFill;

/** Finds before anything is written what a source cannot draw. */
public final class DrawnFills {

    private DrawnFills() {}

    /**
     * Looks at all that a parameter draws.
     *
     * @throws org.initweights.InitializationException if the source cannot draw it, beginning with the parameter's name
     */
    public static void check(Parameter parameter, SamplerSource source) {
        NamedResolution.naming(parameter.name(), () -> check(parameter.fill(), parameter.dtype(), source));
    }

    private static void check(Fill fill, DType dtype, SamplerSource source) {
        Leaves.of(fill).forEach(leaf -> {
            if (leaf instanceof TruncatedNormalFill normal) {
                source.check(normal, dtype);
            } else if (leaf instanceof TransformedFill transformed) {
                // It is drawn as floats, or as doubles for doubles.
                check(transformed.base(), dtype == DType.F64 ? DType.F64 : DType.F32, source);
            }
        });
    }
}
