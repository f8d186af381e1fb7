package org.initweights.djl;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** DJL's and PyTorch's names of the parameters of recurrent layers, {@code l_0_i2h_WEIGHT} and {@code weight_ih_l0}. */
final class RecurrentNames {

    private static final Pattern DJL =
            Pattern.compile("(?<direction>[lr])_(?<layer>\\d+)_(?<from>[ih])2h_(?<kind>WEIGHT|BIAS)");

    private static final Pattern TORCH = Pattern.compile("(weight|bias)_[ih]h_l(?<layer>\\d+)(?<reverse>_reverse)?");

    private RecurrentNames() {}

    /** PyTorch's name; empty if DJL's own layers have no such parameter. */
    static Optional<String> torch(String djlName) {
        Matcher name = DJL.matcher(djlName);
        if (!name.matches()) {
            return Optional.empty();
        }
        return Optional.of(name.group("kind").toLowerCase(Locale.ROOT) + "_" + name.group("from") + "h_l"
                + name.group("layer") + (name.group("direction").equals("r") ? "_reverse" : ""));
    }

    /** By layers, then by directions; inside a direction DJL and PyTorch agree. Others come last. */
    static List<TorchParameter> inTorchOrder(List<TorchParameter> parameters) {
        return parameters.stream()
                .sorted(Comparator.comparingInt(parameter -> place(parameter.name())))
                .toList();
    }

    private static int place(String name) {
        Matcher torch = TORCH.matcher(name);
        return torch.matches()
                ? 2 * Integer.parseInt(torch.group("layer")) + (torch.group("reverse") == null ? 0 : 1)
                : Integer.MAX_VALUE;
    }
}
