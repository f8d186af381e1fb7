package org.initweights.collect;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The name of the class that is generated for a model: {@code home.Outer_InnerInit} for {@code home.Outer.Inner}.
 *
 * <p>It keeps no state, and threads may call it at the same time.
 */
public final class InitName {

    private InitName() {}

    /**
     * The simple name.
     *
     * @param simpleNames the simple name of the model, after those of the classes around it
     */
    public static String simple(List<String> simpleNames) {
        return String.join("_", simpleNames) + "Init";
    }

    /** The name for a class; empty for one that has none because code outside cannot name it: a local or anonymous class. */
    static Optional<String> of(Class<?> type) {
        List<String> names = new ArrayList<>();
        for (Class<?> around = type; around != null; around = around.getDeclaringClass()) {
            if (around.isAnonymousClass() || around.isLocalClass() || around.isHidden()) {
                return Optional.empty();
            }
            names.add(0, around.getSimpleName());
        }
        String home = type.getPackageName();
        return Optional.of((home.isEmpty() ? "" : home + ".") + simple(names));
    }
}
