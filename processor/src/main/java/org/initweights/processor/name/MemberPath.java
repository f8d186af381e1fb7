package org.initweights.processor.name;

import java.util.List;
import java.util.Optional;

/**
 * How code that has a model reads a number of it: {@code model.config.hidden()}.
 *
 * @param owner the class of a static member that the path begins with; empty if it begins with the model
 * @param steps the members on the way, the number last
 */
public record MemberPath(Optional<ClassRef> owner, List<Step> steps) implements NumberSource {

    /**
     * A field, or a method without parameters.
     *
     * @param name its name
     * @param isMethod whether it is a method
     * @param isObject whether it gives an object, which may be null
     */
    public record Step(String name, boolean isMethod, boolean isObject) {

        /** The member as Java writes it after a dot. */
        @Override
        public String toString() {
            return isMethod ? name + "()" : name;
        }
    }
}
