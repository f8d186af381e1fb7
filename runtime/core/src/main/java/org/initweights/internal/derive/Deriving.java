package org.initweights.internal.derive;

import java.util.Optional;
import org.initweights.Parameter;

/** A parameter that may start from another. */
public interface Deriving extends Parameter {

    /** This parameter, from the other as that starts now; itself if nothing has changed. */
    Parameter following(Parameter source);

    /** The other, where this parameter itself knows more of it than its name. */
    default Optional<Parameter> source() {
        return Optional.empty();
    }
}
