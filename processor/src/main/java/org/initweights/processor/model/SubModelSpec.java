package org.initweights.processor.model;

import java.util.List;
import java.util.Optional;
import org.initweights.processor.name.ClassRef;

/**
 * A field that holds one sub-model or many.
 *
 * @param model the class that the field declares; empty if its type is a variable, so that only the object says what it is
 * @param holders what the sub-models are in, the outermost first; none for a field that is one itself
 * @param optional whether it may be null
 * @param isTrainable whether training changes what it has, as far as the field says
 */
public record SubModelSpec(
        String name,
        Access access,
        Optional<ModelType> model,
        List<Holder> holders,
        boolean optional,
        boolean isTrainable)
        implements Member {

    /** The name of the class that the field declares. */
    public Optional<ClassRef> modelName() {
        return model.map(ModelType::name);
    }

    /** What sub-models are in. */
    public enum Holder {
        ARRAY(true),
        /** A collection. */
        ITERABLE(true),
        /** The values of a map. */
        MAP(true),
        /** One that is there or not; it adds nothing to the name. */
        OPTIONAL(false);

        private final boolean named;

        Holder(boolean named) {
            this.named = named;
        }

        /** Whether each sub-model in it has an index or a key in its name. */
        public boolean isNamed() {
            return named;
        }
    }

    /** The name with a star for every index or key: {@code stages.*.*}. */
    public String pattern() {
        return name + ".*".repeat((int) holders.stream().filter(Holder::isNamed).count());
    }

    /** Whether there is one sub-model for certain. */
    public boolean isSingle() {
        return holders.isEmpty() && !optional && model.isPresent();
    }
}
