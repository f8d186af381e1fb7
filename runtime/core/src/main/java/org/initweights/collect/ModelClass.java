package org.initweights.collect;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.initweights.annotation.Skip;

/**
 * What the class of an object means for initialisation.
 *
 * @param walk the {@code collect} method of the class, or else of its nearest superclass that has one
 * @param isSkipped whether the class is marked so that its objects are passed over
 * @param leftOut what would not be initialised: the tensors and sub-models that the classes below the one with the {@code collect} method
 *     declare; the text goes on after "which is"
 */
record ModelClass(Optional<BiConsumer<?, ParameterCollector>> walk, boolean isSkipped, Optional<String> leftOut) {

    /** Looks at a class and its superclasses. */
    static ModelClass find(Class<?> type) {
        List<Class<?>> without = new ArrayList<>();
        for (Class<?> part = type; part != null && part.getClassLoader() != null; part = part.getSuperclass()) {
            if (part.isAnnotationPresent(Skip.class)) {
                return new ModelClass(Optional.empty(), true, Optional.empty());
            }
            Optional<BiConsumer<?, ParameterCollector>> walk = Models.registered(part);
            if (walk.isPresent()) {
                return new ModelClass(walk, false, LeftOut.by(without));
            }
            without.add(part);
        }
        return new ModelClass(Optional.empty(), false, LeftOut.by(without));
    }

    /** Whether objects of the class are visited. */
    boolean isModel() {
        return walk.isPresent();
    }
}
