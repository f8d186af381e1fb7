package org.initweights.internal.select;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.initweights.Parameter;

/** A parameter that may begin as a copy of another. */
public interface Copying extends Parameter {

    /** This copy, of what it copies as that starts now; itself if that has not changed. */
    Parameter following(Parameter source);

    /** These parameters, of which copies start as what they copy does, if that is among them. */
    static List<Parameter> followed(Iterable<? extends Parameter> parameters) {
        Map<String, Parameter> byName = new HashMap<>();
        parameters.forEach(parameter -> byName.put(parameter.name(), parameter));
        List<Parameter> followed = new ArrayList<>();
        for (Parameter parameter : parameters) {
            Optional<Parameter> source = parameter.copyOf().map(byName::get);
            followed.add(
                    source.isPresent() && parameter instanceof Copying copy ? copy.following(source.get()) : parameter);
        }
        return followed;
    }
}
