package org.initweights.processor.read;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.type.TypeMirror;
import org.initweights.internal.select.NamePattern;
import org.initweights.processor.model.ParameterSpec;

/**
 * What the sub-models of a model have, as far as it is known while the model compiles.
 *
 * @param parameters what is known
 * @param unknown paths under which there may be anything, as {@link NamePattern} matches them
 */
record FoundParameters(List<FoundParameter> parameters, Set<String> unknown) {

    /** Adds that there may be anything under a prefix. */
    void addUnknown(String prefix) {
        unknown.add(prefix + NamePattern.ANY_KEY);
    }

    /** The whole names of what is known. */
    List<String> names() {
        return parameters.stream().map(FoundParameter::name).distinct().toList();
    }

    /** The paths under which there may be what a pattern matches. */
    Stream<String> unknown(NamePattern pattern) {
        return unknown.stream().filter(pattern::mayMatch);
    }

    /**
     * A parameter of a sub-model.
     *
     * @param path its name in the model, as {@link NamePattern} matches it
     * @param ownerType the class of the sub-model that holds it
     */
    record FoundParameter(String path, TypeMirror ownerType, ParameterSpec parameter) {

        /** It, in a sub-model that is not trained. */
        FoundParameter notTrained() {
            return new FoundParameter(path, ownerType, parameter.notTrained());
        }

        /** The path for readers. */
        String name() {
            return path.replace(NamePattern.ANY_INDEX, NamePattern.ANY_KEY);
        }

        /** The path of anything else in the same sub-model. */
        String sibling() {
            return path.substring(0, path.length() - parameter.name().length()) + NamePattern.ANY_KEY;
        }
    }
}
