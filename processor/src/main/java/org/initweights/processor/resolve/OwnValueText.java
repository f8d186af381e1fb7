package org.initweights.processor.resolve;

import java.util.stream.Collectors;
import org.initweights.processor.model.InitializerCall;
import org.initweights.processor.model.InitializerCall.Argument;

/** Tables and transforms in words, whose numbers are not known while the model compiles: {@code table sin(i0 / theta)}. */
public final class OwnValueText {

    private OwnValueText() {}

    /** Whether an initializer is a table, or a function of what another draws. */
    public static boolean isOf(InitializerCall call) {
        return call instanceof InitializerCall.Transformed
                || (call instanceof InitializerCall.Factory factory
                        && factory.factory().equals("table"));
    }

    /** The expression, and what its names are, where that is another text. */
    public static String of(InitializerCall call) {
        if (call instanceof InitializerCall.Transformed transformed) {
            return transformed.expression() + where(transformed.numbers()) + " of x by "
                    + (isOf(transformed.base()) ? of(transformed.base()) : name(transformed.base()));
        }
        StringBuilder text = new StringBuilder("table");
        for (Argument argument : call.arguments()) {
            if (argument instanceof Argument.Text expression) {
                text.append(' ').append(expression.value());
            } else if (argument instanceof Argument.Numbers numbers) {
                text.append(where(numbers));
            }
        }
        return text.toString();
    }

    private static String name(InitializerCall call) {
        return call instanceof InitializerCall.Factory factory
                ? factory.factory()
                : ((InitializerCall.Constructor) call).type().simpleName();
    }

    private static String where(Argument.Numbers numbers) {
        return numbers.byName().entrySet().stream()
                .filter(entry -> !entry.getKey().equals(entry.getValue().text())
                        && !entry.getValue().text().isEmpty())
                .map(entry -> ", " + entry.getKey() + " = " + entry.getValue().text())
                .collect(Collectors.joining());
    }
}
