package org.initweights.processor.read;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.initweights.processor.read.FoundParameters.FoundParameter;

/**
 * The parameters of sub-models that no rule is for as such: what is tied to another, and copies.
 *
 * @param others for a parameter the others that are tied to it
 * @param settled the tied ones, and the copies
 */
record BoundParameters(Map<FoundParameter, List<FoundParameter>> others, Set<FoundParameter> settled) {

    /** A parameter, and those that are tied to it: a rule for one is for all. */
    List<FoundParameter> with(FoundParameter parameter) {
        List<FoundParameter> tied = others.getOrDefault(parameter, List.of());
        return Stream.concat(Stream.of(parameter), tied.stream()).toList();
    }

    /** Whether it is another parameter, or a copy of one. */
    boolean isSettled(FoundParameter parameter) {
        return settled.contains(parameter);
    }
}
