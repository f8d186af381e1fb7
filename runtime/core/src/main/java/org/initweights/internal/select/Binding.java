package org.initweights.internal.select;

import java.util.Optional;

/**
 * That a parameter is another one, or begins as a copy of another: what {@code @Tie} and {@code @Copy} say.
 *
 * @param display as it is written
 * @param prefix the name of the model that says so, with a dot; empty for the outermost
 * @param param the name in that model of what is bound; of copies with wildcards
 * @param other the name in that model of what it is bound to
 */
public record Binding(String display, String prefix, String param, String other) {

    /** {@code @Tie(param = "lm_head.weight", to = "transformer.wte.weight")}. */
    public static Binding tie(String prefix, String param, String to) {
        return new Binding("@Tie(param = \"" + param + "\", to = \"" + to + "\")", prefix, param, to);
    }

    /** {@code @Copy(param = "target.**", from = "online.**")}. */
    public static Binding copy(String prefix, String param, String from) {
        return new Binding("@Copy(param = \"" + param + "\", from = \"" + from + "\")", prefix, param, from);
    }

    /** Whether it is a copy to the parameter of this whole name. */
    public boolean copies(String path) {
        return path.startsWith(prefix)
                && NameTemplate.of(param).read(path.substring(prefix.length())).isPresent();
    }

    /** The name in the model of what a parameter is a copy of, if this is the copy to it. */
    public Optional<String> counterpart(String name) {
        NameTemplate copy = NameTemplate.of(param);
        NameTemplate from = NameTemplate.of(other);
        return copy.wildcards().equals(from.wildcards()) ? copy.read(name).map(from::with) : Optional.empty();
    }

    BindingFault fault(String id, int number, String problem) {
        String model = prefix.isEmpty() ? "" : prefix.substring(0, prefix.length() - 1) + ": ";
        return new BindingFault(id, number, model + display + ": " + problem);
    }
}
