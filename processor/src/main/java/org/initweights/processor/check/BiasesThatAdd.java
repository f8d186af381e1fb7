package org.initweights.processor.check;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.initweights.internal.message.Notation;
import org.initweights.internal.rule.ConstantRule;
import org.initweights.processor.model.InitializerSpec;
import org.initweights.processor.model.ParameterSpec;
import org.initweights.processor.report.Findings;
import org.initweights.processor.report.Lint;
import org.initweights.processor.resolve.ResolvedModel;

/** Of two biases that a recurrent layer adds, only one has the constant. */
final class BiasesThatAdd implements Check {

    private static final List<List<String>> PAIRS =
            List.of(List.of("ih", "hh"), List.of("Ih", "Hh"), List.of("IH", "HH"), List.of("nput", "ecurrent"));

    @Override
    public void check(ResolvedModel model, Findings findings) {
        for (ParameterSpec first : model.spec().parameters()) {
            for (List<String> pair : PAIRS) {
                if (isBias(first) && first.name().contains(pair.get(0))) {
                    model.spec()
                            .parameter(other(first.name(), pair))
                            .ifPresent(second -> compare(first, second, findings));
                }
            }
        }
    }

    private static String other(String name, List<String> pair) {
        int at = name.lastIndexOf(pair.get(0));
        String start = name.substring(0, at);
        String recurrent = pair.get(1);
        // input becomes recurrent, and Input becomes Recurrent.
        if (recurrent.equals("ecurrent") && !start.isEmpty()) {
            start = start.substring(0, at - 1) + (start.endsWith("I") ? "R" : "r");
        }
        return start + recurrent + name.substring(at + pair.get(0).length());
    }

    private static boolean isBias(ParameterSpec parameter) {
        return parameter.shape().dimensions().size() == 1;
    }

    private static void compare(ParameterSpec first, ParameterSpec second, Findings findings) {
        if (!isBias(second)) {
            return;
        }
        constants(first)
                .filter(mine -> constants(second).anyMatch(mine::equals))
                .findFirst()
                .ifPresent(constant -> findings.lint(
                        Lint.BIASES_ADD,
                        second.initializer().place(),
                        second.name() + ": " + constant + ", as in " + first.name()
                                + "; the layer adds the two, which makes twice as much; use @Zeros in one of them",
                        first.initializer().place(),
                        first.name() + ": the bias that it is added to"));
    }

    /** The constants of a bias other than zero, each with its rows. */
    private static Stream<String> constants(ParameterSpec parameter) {
        Stream<Optional<String>> whole = Stream.of(constant(parameter.initializer()));
        Stream<Optional<String>> slices = parameter.slices().stream()
                .map(slice -> constant(slice.initializer())
                        .map(value -> value + " in " + slice.places().written()));
        return Stream.concat(whole, slices).flatMap(Optional::stream);
    }

    private static Optional<String> constant(InitializerSpec initializer) {
        return initializer.start().orElse(null) instanceof ConstantRule constant && constant.value() != 0
                ? Optional.of(Notation.number(constant.value()))
                : Optional.empty();
    }
}
