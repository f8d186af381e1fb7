package org.initweights.nd4j;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.initweights.Initializer;
import org.initweights.Initializers;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Values that a layer writes itself: one number, or a few in a row, such as the forget gate in the bias of an LSTM.
 *
 * @param runs equal values side by side
 * @param rank the number of axes
 */
record WrittenValues(List<Run> runs, int rank) {

    /** More than gates of any recurrent layer have; a parameter with more was drawn. */
    private static final int MOST_RUNS = 8;

    private static final Nd4jAdapter ADAPTER = new Nd4jAdapter();

    /** Equal values from one index to before another. */
    record Run(double value, long from, long to) {}

    /** The values of a parameter, up to those that show that it was drawn. */
    static WrittenValues of(INDArray parameter) {
        List<Run> runs = new ArrayList<>();
        long start = 0;
        double current = parameter.length() == 0 ? 0 : value(parameter, 0);
        for (long i = 1; i < parameter.length() && runs.size() <= MOST_RUNS; i++) {
            double value = value(parameter, i);
            if (Double.compare(value, current) != 0) {
                runs.add(new Run(current, start, i));
                start = i;
                current = value;
            }
        }
        runs.add(new Run(current, start, parameter.length()));
        return new WrittenValues(runs, parameter.rank());
    }

    /** A number as people wrote it, 0.1, rather than the float next to it. */
    private static double value(INDArray parameter, long index) {
        double stored = ADAPTER.get(parameter, index);
        return parameter.dataType() == DataType.FLOAT ? Double.parseDouble(Float.toString((float) stored)) : stored;
    }

    /** What writes them again; empty if they were drawn. */
    Optional<Initializer> initializer() {
        if (runs.size() == 1) {
            return Optional.of(Initializers.constant(runs.get(0).value()));
        }
        if (rank != 1 || runs.size() > MOST_RUNS) {
            return Optional.empty();
        }
        Initializer all = Initializers.constant(runs.get(0).value());
        for (Run run : runs.subList(1, runs.size())) {
            if (run.value() != runs.get(0).value()) {
                all = all.withRows(run.from(), run.to(), Initializers.constant(run.value()));
            }
        }
        return Optional.of(all);
    }
}
