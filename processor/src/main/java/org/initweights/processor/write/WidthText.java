package org.initweights.processor.write;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.initweights.internal.rule.BranchDepth;
import org.initweights.internal.rule.MupRole;
import org.initweights.internal.rule.MupRoles;
import org.initweights.internal.rule.RoleRule;
import org.initweights.processor.expression.Dimension;
import org.initweights.processor.expression.Quantity;
import org.initweights.processor.model.InitializerCall;
import org.initweights.processor.model.InitializerCall.Argument;
import org.initweights.processor.model.InitializerSpec;
import org.initweights.processor.model.ShapeSpec;
import org.initweights.processor.model.WidthAxes;
import org.initweights.processor.resolve.Contents;
import org.initweights.processor.resolve.Contents.ParameterRow;
import org.initweights.processor.resolve.DecidingInitializers;

/** What the width and the depth of a model do to learning rates and outputs, in words. */
final class WidthText {

    private WidthText() {}

    /** A line for each parameter with a role in the maximal update parametrization; what is tied to another is that one. */
    static List<String> of(Contents contents) {
        DecidingInitializers deciding = new DecidingInitializers(contents);
        return contents.rows().stream()
                .filter(ParameterRow.class::isInstance)
                .map(ParameterRow.class::cast)
                .filter(row -> !(row.ruling() instanceof Contents.Tied))
                .flatMap(row -> deciding.of(row).orElse(List.of()).stream()
                        .flatMap(initializer ->
                                initializer
                                        .role()
                                        .flatMap(role -> scaling(
                                                role,
                                                initializer,
                                                row.parameter().shape()))
                                        .stream())
                        .limit(1)
                        .map(scaling -> row.path() + ": " + scaling))
                .toList();
    }

    /** Empty if the role does not fit the shape, of which its own model speaks. */
    private static Optional<String> scaling(MupRole role, InitializerSpec initializer, ShapeSpec shape) {
        List<Dimension> axes = WidthAxes.width(shape, role);
        if (axes.isEmpty()) {
            return Optional.empty();
        }
        Optional<RoleRule> known = initializer.rule().flatMap(MupRoles::firstIn);
        if (known.isPresent() && shape.isKnown()) {
            return Optional.of(known.get().scaling(shape.known().orElseThrow()));
        }
        String width = axes.stream()
                .map(Dimension::text)
                .map(text -> text.contains(" ") ? "(" + text + ")" : text)
                .collect(Collectors.joining(" · "));
        return Optional.of(scaling(role, initializer.call().learning(), width));
    }

    private static String scaling(MupRole role, InitializerCall call, String width) {
        String base = text(number(call, "base").orElseThrow());
        Optional<Quantity> depth = number(call, "depth");
        if (depth.isEmpty()) {
            return role.scaling(width + " / " + base, base + " / " + width);
        }
        String blocks = text(depth.get());
        String baseBlocks = text(number(call, "baseDepth").orElseThrow());
        OptionalDouble exponent = number(call, "depthExponent").orElseThrow().known();
        return exponent.isEmpty()
                ? "learning rate and branch by the width, " + width + " / " + base + ", and the depth, " + blocks
                        + " / " + baseBlocks
                : BranchDepth.scaling(
                        role,
                        width + " / " + base,
                        base + " / " + width,
                        blocks + " / " + baseBlocks,
                        baseBlocks + " / " + blocks,
                        exponent.getAsDouble());
    }

    private static String text(Quantity quantity) {
        return FormulaText.operand(quantity);
    }

    private static Optional<Quantity> number(InitializerCall call, String name) {
        return call.arguments().stream()
                .filter(Argument.Numeric.class::isInstance)
                .map(Argument.Numeric.class::cast)
                .filter(number -> number.name().equals(name))
                .findFirst()
                .map(Argument.Numeric::quantity);
    }
}
