package org.initweights.internal.files.checkpoint;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.initweights.Parameter;
import org.initweights.TensorShape;
import org.initweights.internal.derive.Derivation;
import org.initweights.internal.derive.Derivations;
import org.initweights.internal.derive.DerivedKernel;
import org.initweights.internal.derive.SourceElements;
import org.initweights.internal.draw.SamplerSource;
import org.initweights.internal.fill.DerivedFill;
import org.initweights.internal.rule.NamedResolution;

/**
 * The tensors of a checkpoint that start from others in it, and those that do not: these are written before, and read again.
 *
 * @param given the parameters whose elements are given, which are neither drawn nor start from others
 * @param drawn the parameters that start from none of the others
 */
record DerivedTensors(Derivations derivations, GivenTensors given, List<Parameter> drawn) {

    static DerivedTensors of(List<Parameter> parameters, GivenTensors given) {
        Derivations derivations = Derivations.among(parameters);
        List<Parameter> drawn = derivations.drawn().stream()
                .filter(parameter -> !given.has(parameter))
                .toList();
        return new DerivedTensors(derivations, given, drawn);
    }

    /** Those that start from others, after these. */
    List<Parameter> written() {
        return derivations.derived().stream()
                .filter(parameter -> derivations.source(parameter).isPresent() && !given.has(parameter))
                .toList();
    }

    /**
     * Refuses what starts from something that is not in the plan. A copy of that is drawn as that is, which needs a source that goes by names; what
     * is computed of it cannot be. Refuses too what cannot be computed in a heap of this size.
     *
     * @throws IllegalArgumentException if there is such a parameter
     */
    void check(SamplerSource source, long heap) {
        for (Parameter parameter : written()) {
            if (derivations.of(parameter).orElseThrow() instanceof Derivation.Computed computed) {
                TensorShape shape = derivations.source(parameter).orElseThrow().shape();
                WholeMatrix.checkFits(parameter, computed.how(), shape, heap);
            }
        }
        for (Parameter parameter : derivations.derived()) {
            if (derivations.source(parameter).isPresent() || given.has(parameter)) {
                continue;
            }
            if (parameter.fill() instanceof DerivedFill derived) {
                throw NamedResolution.named(parameter.name(), derived.alone());
            }
            if (!source.isByName()) {
                throw new IllegalArgumentException(parameter.name() + ": a copy of "
                        + derivations.of(parameter).orElseThrow().source()
                        + ", which is not in the plan, and " + source
                        + " draws one parameter after the other; plan both, or use RandomSource.seeded");
            }
        }
    }

    /**
     * Writes a tensor that starts from another.
     *
     * @return whether it does; if not, nothing is written
     */
    boolean write(Parameter parameter, PartialFiles partial, PagePool pool) throws IOException {
        Optional<Parameter> source = derivations.source(parameter);
        if (source.isEmpty()) {
            return false;
        }
        if (derivations.of(parameter).get() instanceof Derivation.Computed computed) {
            SourceElements elements = elements(source.get(), partial);
            NamedResolution.naming(
                    parameter.name(),
                    () -> DerivedKernel.write(computed.how(), elements, partial.storage(parameter, pool)));
        } else {
            partial.copy(source.get(), parameter);
        }
        return true;
    }

    private static SourceElements elements(Parameter source, PartialFiles partial) {
        FileRange range = partial.range(source);
        int bytes = source.dtype().bytes();
        return SourceElements.encoded(source.shape(), source.dtype(), (from, count, target) -> {
            try {
                range.from(from * bytes).read(target.limit(target.position() + count * bytes));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
