package org.initweights.processor.model;

import java.util.List;
import org.initweights.processor.name.ClassRef;

/**
 * A class as the type of a variable, with a wildcard for each type parameter: {@code Outer<?>.Inner}.
 *
 * @param wildcards how many type parameters each of the class's simple names has there
 */
public record ModelType(ClassRef name, List<Integer> wildcards) {

    /** Whether it is an inner class of a class that has type parameters. */
    public boolean isInnerOfGeneric() {
        return wildcards.subList(0, wildcards.size() - 1).stream().anyMatch(count -> count > 0);
    }
}
