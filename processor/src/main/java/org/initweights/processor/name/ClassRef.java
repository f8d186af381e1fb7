package org.initweights.processor.name;

import java.util.List;
import org.initweights.collect.InitName;

/**
 * The name of a class.
 *
 * @param packageName its package; empty for the unnamed one
 * @param simpleNames its simple name, after those of the classes around it
 */
public record ClassRef(String packageName, List<String> simpleNames) {

    /** The last simple name: {@code Inner}. */
    public String simpleName() {
        return simpleNames.get(simpleNames.size() - 1);
    }

    /** The name within the package: {@code Outer.Inner}. */
    public String nestedName() {
        return String.join(".", simpleNames);
    }

    /** The whole name: {@code home.Outer.Inner}. */
    public String canonicalName() {
        return packageName.isEmpty() ? nestedName() : packageName + "." + nestedName();
    }

    /** The class that is generated for a model of this name: {@code Outer.Inner} becomes {@code Outer_InnerInit}. */
    public ClassRef init() {
        return new ClassRef(packageName, List.of(InitName.simple(simpleNames)));
    }
}
