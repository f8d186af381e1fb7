package org.initweights.collect;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Refuses sizes that were never set: a field of type {@code int} that is never assigned is 0. */
final class UnsetSizes {

    private UnsetSizes() {}

    /**
     * Checks the sizes that the model gives.
     *
     * @param name the parameter's
     * @param dims the expressions of the dimensions as the model's source has them
     * @throws IllegalArgumentException if one that is no number is 0
     */
    static void check(String name, String dims, long... sizes) {
        Set<String> unset = new LinkedHashSet<>();
        for (int axis = 0; axis < sizes.length; axis++) {
            if (sizes[axis] == 0) {
                String expression = dims.split(", ", -1)[axis];
                if (!expression.chars().allMatch(Character::isDigit)) {
                    unset.add(expression);
                }
            }
        }
        if (!unset.isEmpty()) {
            throw new ModelNumberException(
                    name,
                    joined(new ArrayList<>(unset)) + (unset.size() == 1 ? " is" : " are") + " 0; set "
                            + (unset.size() == 1 ? "it" : "them") + " before the weights");
        }
    }

    private static String joined(List<String> names) {
        int last = names.size() - 1;
        return last == 0 ? names.get(0) : String.join(", ", names.subList(0, last)) + " and " + names.get(last);
    }
}
