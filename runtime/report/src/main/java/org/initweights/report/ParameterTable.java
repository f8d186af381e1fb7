package org.initweights.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.initweights.Fill;
import org.initweights.Parameter;
import org.initweights.Parameters;
import org.initweights.internal.message.Notation;
import org.initweights.report.internal.measure.TensorMeasurement;
import org.initweights.report.internal.text.TextTable;

/**
 * A table of parameters as text: name, shape, what each starts as, and expected and measured moments.
 *
 * <p>Tables are immutable, and threads may share them; while one is made, no other thread may write the parameters.
 */
public final class ParameterTable {

    private static final List<String> TITLES =
            List.of("parameter", "shape", "initializer", "elements", "mean", "measured", "std", "measured");

    /** The columns from this one on hold numbers. */
    private static final int FIRST_NUMBER = 3;

    private final String text;

    private ParameterTable(String text) {
        this.text = text;
    }

    /** The table of the parameters as they are now. */
    public static ParameterTable of(Parameters parameters) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(TITLES);
        for (Parameter parameter : parameters) {
            rows.add(row(parameter));
        }
        StringBuilder text = new StringBuilder(TextTable.of(rows, FIRST_NUMBER));
        text.append("total: ")
                .append(Notation.count(parameters.elements()))
                .append(" elements")
                .append(trained(parameters))
                .append(" in ")
                .append(parameters.size())
                .append(parameters.size() == 1 ? " parameter" : " parameters");
        return new ParameterTable(text.toString());
    }

    private static String expected(Parameter parameter, ToDoubleFunction<Fill> moment) {
        return parameter.hasInitializer() ? number(moment.applyAsDouble(parameter.fill())) : "-";
    }

    private static String trained(Parameters parameters) {
        long trained = parameters.trainable().elements();
        return trained == parameters.elements() ? "" : ", " + Notation.count(trained) + " of them trained,";
    }

    private static String initializer(Parameter parameter) {
        String role = TensorRole.of(parameter).toString();
        return (parameter.hasInitializer() ? parameter.fill().toString() : "-") + (role.isEmpty() ? "" : ", " + role);
    }

    private static List<String> row(Parameter parameter) {
        Moments measured =
                TensorMeasurement.elements(ReportTensor.of(parameter)).moments();
        return List.of(
                parameter.name(),
                parameter.shape().toString(),
                initializer(parameter),
                Notation.count(parameter.elements()),
                expected(parameter, Fill::mean),
                number(measured.mean()),
                expected(parameter, Fill::std),
                number(measured.std()));
    }

    private static String number(double value) {
        return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, "%.5f", value == 0 ? 0 : value);
    }

    /** The lines of the table, the last of them the total. */
    @Override
    public String toString() {
        return text;
    }
}
