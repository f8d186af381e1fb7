package org.initweights.internal.select;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Fields whose conditions are false: a model that could have these parameters has them not, and nothing is tied or copied to them.
 *
 * <p>For one thread.
 */
public final class AbsentFields {

    private final Map<String, String> conditions = new HashMap<>();

    /** Takes a field by its whole name, with what is false. */
    public void add(String path, String condition) {
        conditions.put(path, condition);
    }

    /**
     * The ties of what is there.
     *
     * @throws IllegalArgumentException if what is there is tied to what is not
     */
    public List<Binding> tied(List<Binding> ties) {
        List<Binding> present = ties.stream()
                .filter(tie -> !conditions.containsKey(tie.prefix() + tie.param()))
                .toList();
        for (Binding tie : present) {
            String condition = conditions.get(tie.prefix() + tie.other());
            if (condition != null) {
                throw new IllegalArgumentException(tie.prefix() + tie.param() + ": tied to " + tie.other()
                        + ", which is not there, since " + condition + " is false; give " + tie.param()
                        + " the same condition, or tie it to what is always there [UnknownParameter]");
            }
        }
        return present;
    }

    /**
     * The copies to what is there, and those to nothing that anybody knows of.
     *
     * @param names those of all parameters that are there
     */
    public List<Binding> copied(List<Binding> copies, Collection<String> names) {
        return copies.stream()
                .filter(copy -> conditions.keySet().stream().noneMatch(copy::copies)
                        || names.stream().anyMatch(copy::copies))
                .toList();
    }
}
