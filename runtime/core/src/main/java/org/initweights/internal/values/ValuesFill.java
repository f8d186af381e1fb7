package org.initweights.internal.values;

import java.util.List;
import org.initweights.Fill;
import org.initweights.InitializationException;
import org.initweights.internal.message.Notation;

/** The elements are these numbers, in row-major order. */
public record ValuesFill(List<Double> values) implements Fill, KnownElements {

    /** How many numbers a plan may hold. */
    public static final int MOST_IN_PLAN = 1 << 20;

    public ValuesFill {
        GivenValues given = GivenValues.of(values);
        checkFinite(given);
        values = given;
    }

    /** Refuses infinite numbers, and what is no number. */
    public static void checkFinite(GivenValues values) {
        for (int i = 0; i < values.size(); i++) {
            if (!Double.isFinite(values.at(i))) {
                throw new InitializationException(
                        "NotFinite", "values", null, "is refused: the value " + i + " is " + values.at(i));
            }
        }
    }

    @Override
    public long elements() {
        return values.size();
    }

    @Override
    public Sources sources(long elements) {
        GivenValues given = GivenValues.of(values);
        return () -> (from, count, out) -> {
            for (int i = 0; i < count; i++) {
                out[i] = given.at((int) from + i);
            }
        };
    }

    @Override
    public boolean isConcurrent() {
        return true;
    }

    /** All are looked at, however many there are: they are in memory. */
    @Override
    public long most() {
        return Long.MAX_VALUE;
    }

    @Override
    public void refuse(long index, double value) {
        // They were checked when they were given.
    }

    @Override
    public boolean fits(long elements) {
        return elements == values.size();
    }

    @Override
    public double mean() {
        return moments().mean();
    }

    @Override
    public double std() {
        return moments().std();
    }

    @Override
    public double lower() {
        return moments().lower();
    }

    @Override
    public double upper() {
        return moments().upper();
    }

    @Override
    public String toString() {
        return values.size() == 1
                ? "the value " + Notation.number(values.get(0))
                : Notation.count(values.size()) + " given values";
    }
}
