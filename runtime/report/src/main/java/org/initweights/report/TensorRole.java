package org.initweights.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.initweights.Parameter;

/**
 * What a tensor is to its model, beside its values. It is immutable, and threads may share it.
 *
 * @param isTrainable whether training changes it
 * @param otherNames the other names of a tied tensor
 * @param copyOf the name of the parameter that it begins as a copy of
 */
public record TensorRole(boolean isTrainable, List<String> otherNames, Optional<String> copyOf) {

    /** A tensor that is trained, and has one name: what is said if nothing is known. */
    public static final TensorRole TRAINED = new TensorRole(true, List.of(), Optional.empty());

    private static final int MOST_NAMES = 3;

    public TensorRole {
        otherNames = List.copyOf(otherNames);
    }

    /** What a model says of a parameter. */
    public static TensorRole of(Parameter parameter) {
        return new TensorRole(
                parameter.isTrainable(),
                parameter.names().subList(1, parameter.names().size()),
                parameter.copyOf());
    }

    /** All that is out of the ordinary, such as {@code not trained} or {@code also lm_head.weight}; empty if nothing is. */
    @Override
    public String toString() {
        List<String> words = new ArrayList<>();
        copyOf.ifPresent(name -> words.add("copy of " + name));
        if (!otherNames.isEmpty()) {
            int more = otherNames.size() - MOST_NAMES;
            words.add("also " + String.join(", ", otherNames.subList(0, Math.min(MOST_NAMES, otherNames.size())))
                    + (more > 0 ? " and " + more + " more" : ""));
        }
        if (!isTrainable) {
            words.add("not trained");
        }
        return String.join("; ", words);
    }
}
